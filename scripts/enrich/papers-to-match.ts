import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateFact, Fact } from '../../src/metadata/fact.ts';
import { mergeMetadata } from '../../src/metadata/merge-metadata.ts';
import { PaperIndex, type PaperToMatch } from '../../src/metadata/paper-index.ts';

/** Papers with what captures say about them; facts of other sources change while they are enriched. */
export type CapturedPapers = Archive['papers'];

/** What is compared with records: captured texts, and ids and authors that captures or facts give. */
export function listPapers(papers: CapturedPapers, facts: readonly Fact[]): PaperToMatch[] {
  const factsOf = Map.groupBy(facts, ({ paper }) => paper);
  return papers.map(({ identity, slug, arxivId, revisions, metadata }) => {
    const known = mergeMetadata([], factsOf.get(identity));
    return {
      ...{ identity, slug, revisions },
      arxivId: arxivId ?? known.arxivId,
      doi: metadata.doi ?? known.metadata.doi,
      authors: known.metadata.authors ?? metadata.authors,
    };
  });
}

/** The records that may be papers, with what the maintainer decided. */
export const candidatesOf = (facts: readonly Fact[]): CandidateFact[] =>
  facts.filter((fact) => fact.field === 'candidate');

/** Finds papers by their texts, and by the ids of captures, facts and accepted records. */
export function indexPapers(papers: CapturedPapers, facts: readonly Fact[]): PaperIndex {
  const accepted = candidatesOf(facts)
    .filter(({ value }) => value.decision === 'accepted')
    .map(({ paper, value }) => ({ paper, id: value.id }));
  return new PaperIndex(listPapers(papers, facts), accepted);
}
