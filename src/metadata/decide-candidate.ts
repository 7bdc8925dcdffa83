import { readArxivId } from '../text/arxiv-id.ts';
import type { CandidateFact, Fact } from './fact.ts';

/** A decision of the maintainer on whether a record is of a paper. */
export interface Decision {
  /** Identity of the paper. */
  paper: string;
  /** Of the record: its arXiv id, its DOI, or its key in a bibliography. */
  id: string;
  decision: 'accepted' | 'refused';
  /** The name of the source, where no candidate has the id. */
  source: string;
  /** ISO date of the decision. */
  today: string;
}

/**
 * Facts after a decision of the maintainer. It is remembered for the next time that the source is read. An
 * accepted arXiv id becomes a fact at once; the facts of a refused record are removed.
 */
export function decideCandidate(facts: readonly Fact[], decision: Decision): Fact[] {
  const { paper, today } = decision;
  const id = readArxivId(decision.id) ?? decision.id;
  const isOfRecord = (fact: Fact): boolean =>
    fact.paper === paper && fact.field === 'candidate' && fact.value.id === id;
  const known = facts.find((fact): fact is CandidateFact => isOfRecord(fact));
  const isId = readArxivId(id) === id;
  const source = known?.source ?? (isId ? 'arxiv' : decision.source);
  const remembered: Fact = {
    ...{ paper, source, date: today, match: 'maintainer', field: 'candidate' },
    value: { ...known?.value, id, decision: decision.decision },
  };
  const others = facts.filter((fact) => !isOfRecord(fact));
  if (decision.decision === 'accepted') {
    const arxivId: Fact = {
      ...{ paper, field: 'arxivId', value: id, source: 'maintainer', date: today },
      match: 'maintainer',
    };
    const kept = others.filter((f) => !isId || f.paper !== paper || !isMaintainersId(f));
    return [...kept, remembered, ...(isId ? [arxivId] : [])];
  }
  // The sources that took the paper for that record.
  const misled = new Set([
    source,
    ...others
      .filter((f) => f.paper === paper && ['arxivId', 'doi'].includes(f.field) && f.value === id)
      .map((f) => f.source),
  ]);
  return [
    ...others.filter((f) => f.paper !== paper || f.field === 'candidate' || !misled.has(f.source)),
    remembered,
  ];
}

const isMaintainersId = ({ field, source }: Fact): boolean =>
  field === 'arxivId' && source === 'maintainer';
