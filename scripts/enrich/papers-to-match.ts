import type { Archive } from '../../src/archive/archive.ts';
import type { Ledger } from '../../src/archive/ledger.ts';
import type { CandidateFact, Fact } from '../../src/metadata/fact.ts';
import { mergeMetadata } from '../../src/metadata/merge-metadata.ts';
import { PaperIndex, type PaperToMatch } from '../../src/metadata/paper-index.ts';

/** What the archive is for sources: its papers, and the ids that captures give. */
export interface KnownArchive {
  papers: Archive['papers'];
  ledger: Pick<Ledger, 'papers'>;
}

/** The papers of an archive with what facts say of them now, not what they said when the archive was read. */
export function listPapers(
  { papers, ledger }: KnownArchive,
  facts: readonly Fact[],
): PaperToMatch[] {
  const factsOf = Map.groupBy(facts, ({ paper }) => paper);
  return papers.map(({ identity, slug, entered, revisions, metadata }) => {
    const known = mergeMetadata([], factsOf.get(identity));
    return {
      ...{ identity, slug, revisions },
      arxivId: ledger.papers[entered]?.arxiv ?? known.arxivId,
      doi: known.metadata.doi,
      authors: known.metadata.authors ?? metadata.authors,
    };
  });
}

/** The records that may be papers, with what the maintainer decided. */
export const candidatesOf = (facts: readonly Fact[]): CandidateFact[] =>
  facts.filter((fact) => fact.field === 'candidate');

/** Finds the papers of an archive. */
export function indexPapers(archive: KnownArchive, facts: readonly Fact[]): PaperIndex {
  const accepted = candidatesOf(facts)
    .filter(({ value }) => value.decision === 'accepted')
    .map(({ paper, value }) => ({ paper, id: value.id }));
  return new PaperIndex(listPapers(archive, facts), accepted);
}
