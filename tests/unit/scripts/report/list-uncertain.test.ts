import { expect, test } from 'vitest';
import { listUncertain } from '../../../../scripts/report/list-uncertain.ts';

const common = { paper: 'a-paper', source: 'arxiv', date: '2026-11-29', match: 'title' };

test('only candidates that are open are uncertain', () => {
  const lines = [
    { ...common, field: 'venue', value: 'A candidate for "candidate"' },
    {
      ...common,
      field: 'candidate',
      value: { id: '2503.03601', decision: 'open', title: 'A Paper' },
    },
    { ...common, field: 'candidate', value: { id: '2503.03602', decision: 'refused' } },
  ].map((fact) => JSON.stringify(fact));
  expect(listUncertain(`${lines.join('\n')}\n`)).toEqual([
    { paper: 'a-paper', source: 'arxiv', id: '2503.03601', title: 'A Paper' },
  ]);
  expect(listUncertain()).toEqual([]);
});
