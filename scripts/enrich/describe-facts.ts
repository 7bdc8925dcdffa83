import { count, firstOf, printable, quote, shellWord } from '../../src/capture/problem.ts';
import type { Fact } from '../../src/metadata/fact.ts';
import { mergeMetadata } from '../../src/metadata/merge-metadata.ts';
import { type CapturedPapers, candidatesOf } from './papers-to-match.ts';

/** Numbers of papers with authors, ids, venues and LaTeX: lines to print. */
export function describeCoverage(papers: CapturedPapers, facts: readonly Fact[]): string {
  const factsOf = Map.groupBy(facts, ({ paper }) => paper);
  const known = papers.map(({ identity, metadata, arxivId }) => {
    const own = mergeMetadata([], factsOf.get(identity));
    return {
      authors: own.metadata.authors ?? metadata.authors,
      id: own.arxivId ?? arxivId,
      venue: own.metadata.venue ?? metadata.venue,
      latex: own.latex?.abstract,
    };
  });
  const number = (field: keyof (typeof known)[number]): number =>
    known.filter((paper) => paper[field] !== undefined).length;
  return `Of ${count(papers.length, 'paper')}, ${number('authors')} have authors, ${number('id')} an arXiv id, ${number('venue')} a venue, ${number('latex')} the authors' LaTeX.`;
}

/** The records that may be papers and are not decided yet: lines to print. */
export function describeOpen(papers: CapturedPapers, facts: readonly Fact[]): string[] {
  const paperOf = new Map(papers.map((paper) => [paper.identity, paper]));
  const lines = candidatesOf(facts).flatMap(({ paper: identity, source, value }) => {
    const paper = paperOf.get(identity);
    if (value.decision !== 'open' || !paper) return [];
    const titles = [paper.revisions.at(-1)?.title ?? '', value.title ?? ''];
    const [ours, theirs] = titles.map((title) => quote(printable(title)));
    return [
      `  ${paper.slug} ${shellWord(value.id)}  ${value.reason ?? ''} (${source})\n     ${ours}\n  ?  ${theirs}`,
    ];
  });
  if (lines.length === 0) return [];
  return [
    `note: ${count(lines.length, 'record')} may be of papers of the archive: npm run enrich -- --accept SLUG ID, or --refuse SLUG ID.`,
    ...firstOf(lines, 'more records'),
  ];
}
