import type { Fact } from './fact.ts';
import type { Match, UncertainMatch } from './match-papers.ts';

/** The facts of a match: everything that the record says about the paper. */
export function factsOfMatch({ paper, record, match }: Match): Fact[] {
  const { source, date, facts } = record;
  return Object.entries(facts).map(
    ([field, value]) => ({ paper: paper.identity, field, value, source, date, match }) as Fact,
  );
}

/** The fact that a record may be a paper. */
export const factOfUncertain = ({ paper, record, match, reason }: UncertainMatch): Fact => ({
  ...{ paper: paper.identity, source: record.source, date: record.date, match },
  field: 'candidate',
  value: { id: record.id, title: record.title, reason, decision: 'open' },
});

/**
 * Facts after a source was read again. New facts of a source replace its earlier ones; a fact
 * that it repeats keeps its date. An open candidate is removed when its paper is found in that source.
 * @param added facts of matches and of uncertain matches
 */
export function updateFacts(before: readonly Fact[], added: readonly Fact[]): Fact[] {
  const facts = new Map(before.map((fact) => [keyOf(fact), fact]));
  for (const fact of added) {
    const key = keyOf(fact);
    const old = facts.get(key);
    const isRepeated =
      old !== undefined &&
      (fact.field === 'candidate' || JSON.stringify(old.value) === JSON.stringify(fact.value));
    // The later of two records of a source counts: records with numbers of votes come in any order.
    if (!isRepeated && (old === undefined || old.date <= fact.date)) facts.set(key, fact);
  }
  const found = new Set(
    added
      .filter(({ field }) => field !== 'candidate')
      .map(({ paper, source }) => `${paper} ${source}`),
  );
  return [...facts.values()].filter(
    (fact) =>
      fact.field !== 'candidate' ||
      fact.value.decision !== 'open' ||
      !found.has(`${fact.paper} ${fact.source}`),
  );
}

const keyOf = ({ paper, source, field, value }: Fact): string =>
  JSON.stringify([paper, source, field, ...(field === 'candidate' ? [value.id] : [])]);
