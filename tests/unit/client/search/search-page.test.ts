import { expect, test } from 'vitest';
import { readPlace } from '../../../../src/client/search/search-page.ts';

test('a place is read back', () => {
  expect(readPlace({ shown: 20, scroll: 300.5 })).toEqual({ shown: 20, scroll: 300.5 });
});

test.each([[null], [undefined], [{}], [{ shown: 20 }], [{ shown: '20', scroll: 0 }], ['x'], [7]])(
  'what is no place is none: %j',
  (state) => {
    expect(readPlace(state)).toBeUndefined();
  },
);
