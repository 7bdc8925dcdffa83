import { expect, test } from 'vitest';
import { type KeyPress, keyTable, readKey } from '../../../../src/client/keys/keys.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...rest,
});

test.each([
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['s', 'save'],
  ['m', 'read'],
  ['t', 'theme'],
  ['?', 'keys'],
  ['x', undefined],
  ['Enter', undefined],
  ['Escape', undefined],
])('%s means %s', (key, action) => {
  expect(readKey(press(key))).toBe(action);
});

test('no key has two meanings, and each says what it does', () => {
  expect(new Set(keyTable.map(({ key }) => key)).size).toBe(keyTable.length);
  expect(new Set(keyTable.map(({ action }) => action)).size).toBe(keyTable.length);
  expect(keyTable.every(({ label }) => /^[A-Z]/.test(label))).toBe(true);
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)(
  "a press with %s is not the page's",
  (modifier) => {
    expect(keyTable.map(({ key }) => readKey(press(key, { [modifier]: true })))).toEqual(
      keyTable.map(() => undefined),
    );
  },
);

test('where / and ? are typed with shift, they mean the same', () => {
  expect(readKey(press('?', { shiftKey: true }))).toBe('keys');
  expect(readKey(press('/', { shiftKey: true }))).toBe('search');
});

test('letters mean the same with caps lock, and nothing with shift', () => {
  expect(readKey(press('J'))).toBe('next');
  expect(readKey(press('J', { shiftKey: true }))).toBeUndefined();
});

test('a key that is held down leads on, and switches once', () => {
  expect(readKey(press('j', { repeat: true }))).toBe('next');
  expect(readKey(press('s', { repeat: true }))).toBeUndefined();
});
