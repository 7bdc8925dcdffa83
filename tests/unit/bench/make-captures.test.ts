import { expect, it } from 'vitest';
import { makeCaptures } from '../../bench/make-captures.ts';
import { readCapture } from '../forms/read-capture.ts';

it('makes captures, one a day, that are read as seeds are', () => {
  const captures = makeCaptures([
    { date: '2024-05-27', title: 'Of\n trees', abstract: 'They  grow in $O(n)$.' },
    { date: '2024-05-28', title: 'Of stones', abstract: 'They do not.' },
    { date: '2024-05-27', title: 'Of leaves', abstract: 'They fall.' },
  ]);
  const read = [...captures].map(([name, text]) => {
    const { date, entries } = readCapture(`seeds/${name}`, new TextEncoder().encode(text));
    return [name, date.text, entries.map(({ title, abstract }) => [title, abstract])];
  });
  expect(read).toEqual([
    [
      '2024-05-27.txt',
      'May 27',
      [
        ['Of trees', 'They grow in $O(n)$.'],
        ['Of leaves', 'They fall.'],
      ],
    ],
    ['2024-05-28.txt', 'May 28', [['Of stones', 'They do not.']]],
  ]);
});
