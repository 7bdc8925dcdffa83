import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/metadata/fact.ts';
import { factOfUncertain, factsOfMatch, updateFacts } from '../../../src/metadata/update-facts.ts';
import { makePaper, makeRecord } from './make-record.ts';

const paper = makePaper('light', 'Light Bridges', '');
const record = { ...makeRecord('2503.00001', 'Light Bridges', ''), facts: { venue: 'ICLR' } };
const [venue] = factsOfMatch({ paper, record, match: 'text' }) as [Fact];
const candidate = factOfUncertain({ paper, record, match: 'title', reason: 'alike' });

it('a match gives a fact for each field, with its source and how it was matched', () => {
  expect(venue).toEqual({
    ...{ paper: 'light', field: 'venue', value: 'ICLR', source: 'arxiv' },
    ...{ date: '2025-03-11', match: 'text' },
  });
});

describe('updateFacts', () => {
  it('keeps a fact that is repeated, with its date', () => {
    const again: Fact = { ...venue, date: '2026-01-01', match: 'id' };
    expect(updateFacts([venue], [again])).toEqual([venue]);
  });

  it('replaces what the source says otherwise now, and nothing of other sources', () => {
    const now = { ...venue, value: 'ICML', date: '2026-01-01' } as Fact;
    const other: Fact = { ...venue, source: 'dblp' };
    expect(updateFacts([venue, other], [now])).toEqual([now, other]);
  });

  it('does not replace a fact by an older one', () => {
    const older = { ...venue, value: 'ICML', date: '2024-01-01' } as Fact;
    expect(updateFacts([venue], [older])).toEqual([venue]);
  });

  it('drops an open candidate when its paper is found in that source', () => {
    expect(updateFacts([candidate], [venue])).toEqual([venue]);
    expect(updateFacts([candidate], [{ ...venue, source: 'dblp' }])).toHaveLength(2);
  });

  it('never opens again what was decided', () => {
    const refused = {
      ...candidate,
      value: { id: record.id, decision: 'refused' },
    } as Fact;
    expect(updateFacts([refused], [candidate])).toEqual([refused]);
    expect(updateFacts([refused], [venue])).toEqual([refused, venue]);
  });
});
