import { expect, test } from 'vitest';
import { changeEntry } from '../../../../src/client/list/list-entry.ts';
import { makeEntry } from './make-entry.ts';

const paper = { id: 'a', slug: 'b', title: 'B', day: '2025-03-11' };
const now = '2025-05-01T00:00:00.000Z';

test('a paper is saved, and then read, each with its time', () => {
  const saved = changeEntry(undefined, paper, { isSaved: true }, now);
  expect(saved).toEqual({ ...paper, savedAt: now, changedAt: now });
  const later = '2025-05-02T00:00:00.000Z';
  expect(changeEntry(saved, paper, { isRead: true }, later)).toEqual({
    ...paper,
    savedAt: now,
    readAt: later,
    changedAt: later,
  });
});

test('saving again keeps the first time', () => {
  const entry = makeEntry();
  expect(changeEntry(entry, paper, { isSaved: true }, now)?.savedAt).toBe(entry.savedAt);
});

test('a note saves its paper', () => {
  expect(changeEntry(undefined, paper, { note: 'read §3' }, now)).toEqual({
    ...paper,
    savedAt: now,
    note: 'read §3',
    changedAt: now,
  });
});

test('an empty note saves nothing', () => {
  expect(changeEntry(undefined, paper, { note: '' }, now)).toBeUndefined();
  const read = makeEntry({ savedAt: undefined, readAt: now, note: 'x' });
  expect(changeEntry(read, paper, { note: '' }, now)).not.toHaveProperty('savedAt');
});

test('a paper that is taken off the list keeps its note and its mark', () => {
  const entry = makeEntry({ note: 'mine', readAt: now });
  expect(changeEntry(entry, paper, { isSaved: false }, now)).toEqual({
    ...paper,
    readAt: now,
    note: 'mine',
    changedAt: now,
  });
});

test('of a paper that is only read, no more is kept than that', () => {
  const read = changeEntry(undefined, paper, { isRead: true }, now);
  expect(read).toEqual({ id: 'a', readAt: now, changedAt: now });
  expect(changeEntry(read, paper, { isSaved: true }, now)).toMatchObject(paper);
});

test('the entry of a paper is removed with its last mark', () => {
  expect(changeEntry(makeEntry(), paper, { isSaved: false }, now)).toBeUndefined();
});

test('a retitled paper keeps what is kept of it, under its new title', () => {
  const entry = makeEntry({ id: 'a', title: 'Old', note: 'mine' });
  const changed = changeEntry(entry, paper, { isRead: true }, now);
  expect(changed).toMatchObject({ ...paper, savedAt: entry.savedAt, note: 'mine' });
});
