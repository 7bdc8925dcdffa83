import { expect, it } from 'vitest';
import { noteParagraphs } from '../../../src/corrections/check-seeds.ts';
import { makeCapture, march11 } from '../archive/make-capture.ts';

const long = (title: string) => [title, 'One. Two.\n\nThree. Four.\n\nFive. Six.'] as const;

it('says nothing of abstracts of one paragraph', () => {
  expect(noteParagraphs([makeCapture('a.txt', march11, [['A', 'One. Two.']])])).toEqual([]);
});

it('names an abstract of several paragraphs with the place of its title', () => {
  expect(noteParagraphs([makeCapture('a.txt', march11, [long('Title A')])])).toEqual([
    'seeds/a.txt:3: the abstract of "Title A" has 3 paragraphs: is a title missing?',
  ]);
});

it('names five and counts the others', () => {
  const pairs = Array.from({ length: 7 }, (_, i) => long(`Title ${i}`));
  const notes = noteParagraphs([makeCapture('a.txt', march11, pairs)]);
  expect(notes).toHaveLength(6);
  expect(notes.at(-1)).toBe('and 2 more abstracts of several paragraphs.');
});
