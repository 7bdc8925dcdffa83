import { expect, test } from 'vitest';
import {
  describeAnswer,
  describeFailure,
  describeTitles,
} from '../../../../src/client/search/search-message.ts';

const describe = (
  count: number,
  unknown: string[],
  asked = { isFiltered: false, hasWords: true },
) => describeAnswer({ count, unknown, unknownAuthors: [] }, asked);

test.each<[number, string[], string]>([
  [0, [], 'No paper has all of these words.'],
  [0, ['x'], 'No paper has all of these words.'],
  [1, [], '1 paper'],
  [12, [], '12 papers'],
  [197, ['asdfgh'], 'No paper has “asdfgh”; 197 papers with similar beginnings:'],
  [1, ['a', 'b'], 'No paper has “a” or “b”; 1 paper with similar beginnings:'],
])('%i papers, without %j: %s', (count, unknown, message) => {
  expect(describe(count, unknown)).toBe(message);
});

test('within filters it says so', () => {
  const asked = { isFiltered: true, hasWords: true };
  expect(describe(0, [], asked)).toBe('No paper within these filters has all of these words.');
  expect(describe(3, [], asked)).toBe('3 papers');
  expect(describe(0, [], { ...asked, hasWords: false })).toBe(
    'There is no paper within these filters.',
  );
});

test.each([
  [1, '1 title so far; loading the index…'],
  [7, '7 titles so far; loading the index…'],
])('%i titles that are there first', (count, message) => {
  expect(describeTitles(count)).toBe(message);
});

test('a failure says its reason', () => {
  expect(describeFailure(new Error('gone'))).toContain('could not be loaded (gone)');
  expect(describeFailure('gone')).toContain('could not be loaded (gone)');
});

test('an author who is not known is named', () => {
  const answer = { count: 0, unknown: [], unknownAuthors: ['lovelace'] };
  const message = describeAnswer(answer, { isFiltered: true, hasWords: false });
  expect(message).toBe('No paper has an author “lovelace”.');
});
