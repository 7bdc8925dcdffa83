import { describe, expect, it } from 'vitest';
import { type Decision, decideCandidate } from '../../../src/metadata/decide-candidate.ts';
import type { Fact } from '../../../src/metadata/fact.ts';

const fact = (changes: Partial<Fact>): Fact =>
  ({
    ...{ paper: 'light', field: 'venue', value: 'ICLR', source: 'dblp' },
    ...{ date: '2025-03-11', match: 'title' },
    ...changes,
  }) as Fact;
const candidate = fact({
  field: 'candidate',
  value: { id: 'king2025light', title: 'Light', reason: 'alike', decision: 'open' },
});
const decide = (id: string, decision: Decision['decision'], facts: readonly Fact[]) =>
  decideCandidate(facts, { paper: 'light', id, decision, source: 'books', today: '2026-01-01' });

describe('decideCandidate', () => {
  it.each(['accepted', 'refused'] as const)('remembers that a candidate was %s', (decision) => {
    expect(decide('king2025light', decision, [candidate])).toEqual([
      {
        ...candidate,
        ...{ date: '2026-01-01', match: 'maintainer' },
        value: { ...(candidate.value as object), decision },
      },
    ]);
  });

  it('gives a paper the arXiv id that is accepted, without its version', () => {
    const [kept, remembered, id] = decide('2503.00001v2', 'accepted', [fact({})]);
    expect(kept).toEqual(fact({}));
    expect(remembered).toMatchObject({ source: 'arxiv', value: { id: '2503.00001' } });
    expect(id).toMatchObject({ field: 'arxivId', value: '2503.00001', source: 'maintainer' });
  });

  it('removes what the source of a refused record said about the paper, and nothing else', () => {
    const others = [fact({ paper: 'dark' }), fact({ source: 'books' })];
    const after = decide('king2025light', 'refused', [candidate, fact({}), ...others]);
    expect(after.slice(0, -1)).toEqual(others);
  });

  it('removes what every source said that took the paper for a refused id', () => {
    const id = { field: 'arxivId', value: '2503.00001' } as const;
    const facts = [
      ...[fact({ ...id, source: 'arxiv' }), fact({ source: 'arxiv' })],
      ...[fact({ ...id, source: 'maintainer' }), fact({ ...id }), fact({})],
    ];
    expect(decide('2503.00001', 'refused', facts)).toEqual([
      expect.objectContaining({ field: 'candidate', source: 'arxiv' }),
    ]);
  });
});
