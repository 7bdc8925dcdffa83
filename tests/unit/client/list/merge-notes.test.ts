import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNotes } from '../../../../src/client/list/merge-notes.ts';

describe('a note that was changed in two places', () => {
  test.each([
    ['only here', 'a', 'a', 'a b', 'a b'],
    ['only there', 'a', 'a b', 'a', 'a b'],
    ['alike', 'a', 'a b', 'a b', 'a b'],
    ['at its end in both', 'a', 'a\nb', 'a\nc', 'a\nb\nc'],
    ['at its end in both, without line breaks', '', 'there', 'here', 'there\nhere'],
    ['in different words', 'one two three', 'ONE two three', 'one two THREE', 'ONE two THREE'],
    [
      'in different words, the other way',
      'one two three',
      'one two THREE',
      'ONE two three',
      'ONE two THREE',
    ],
    ['in one word', 'a', 'b', 'c', 'b\n\nc'],
    ['and emptied there', 'a', '', 'a b', ' b'],
  ])('%s', (_, base, stored, own, merged) => {
    expect(mergeNotes(base, stored, own)).toBe(merged);
  });

  test('loses nothing that was added in either place', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '\n'), { maxLength: 8 })
      .map((w) => w.join(''));
    fc.assert(
      fc.property(words, words, words, (base, theirs, ours) => {
        const merged = mergeNotes(base, `${base}<${theirs}>`, `${base}(${ours})`);
        expect(merged).toContain(`<${theirs}>`);
        expect(merged.endsWith(`(${ours})`)).toBe(true);
      }),
    );
  });
});
