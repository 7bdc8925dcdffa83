import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/text/read-json.ts';

describe('readJson', () => {
  it('agrees with JSON.parse about values, and about what is not JSON', () => {
    const json = fc.json({ maxDepth: 5 });
    const changed = fc
      .tuple(json, fc.nat(40), fc.constantFrom('', ',', '"', '{', '\\', 'x', '//', '\n'))
      .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(json, changed), (text) => {
        const read = readJson(text);
        try {
          const value: unknown = JSON.parse(text);
          expect(read).toMatchObject({ value });
        } catch {
          expect(read).toMatchObject({ reason: expect.stringMatching(/^[A-Z][a-z]+/) });
          if ('offset' in read) expect(read.offset).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    ['{"a": "x\\y"}', 9],
    ['{"a": 1,}', 8],
    ['{"a": 1} x', 9],
    ['{"a": // no\n 1}', 6],
  ])('points at the fault in %s', (text, offset) => {
    expect(readJson(text)).toMatchObject({ offset });
  });

  it('gives the places of values, names and repeated fields', () => {
    const text = '{"a": [1, {"b": 2}], "a": 3}';
    const read = readJson(text);
    if ('reason' in read) throw new Error(read.reason);
    expect(text.slice(read.offsetOf(['a', 1, 'b']))).toBe('2}], "a": 3}');
    expect(text.slice(read.offsetOf(['a', 1, 'none']))).toBe('{"b": 2}], "a": 3}');
    expect(text.slice(read.offsetOfName(['a', 1, 'b']))).toBe('"b": 2}], "a": 3}');
    expect(read.findRepeated()).toEqual([{ path: ['a'], offset: text.indexOf('3') }]);
  });
});
