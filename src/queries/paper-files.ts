import { writePaperLine } from '../export/paper-json.ts';
import { writePaperMarkdown } from '../export/paper-markdown.ts';
import { readMarkdown } from '../records/paper-record.ts';
import { site } from '../site.ts';
import { getPapersBySlug, readExportPaper, readTexts, toExportPaper } from './export-papers.ts';
import { keyPaths } from './keyed-paths.ts';
import type { PaperView } from './papers.ts';
import { getVolumes } from './volumes.ts';

/**
 * The route of each paper's Markdown; none unless the maintainer has turned it on. A former slug has the same
 * document, so that links to it keep working; its front matter gives the present address.
 */
export async function getPaperMarkdownPaths() {
  const papers = site.paperMarkdown ? await getPapersBySlug() : [];
  return keyPaths(
    papers.flatMap((paper) =>
      [paper.slug, ...paper.formerSlugs].map((slug) => [{ slug }, { paper }] as const),
    ),
  );
}

/** A paper as a Markdown document. */
export function writeMarkdown(paper: PaperView): string {
  const texts = readTexts(paper);
  return writePaperMarkdown(toExportPaper(paper, texts), {
    title: readMarkdown(texts.title),
    abstract: readMarkdown(texts.abstract),
  });
}

/** The props of a file of papers. */
export interface PaperFileProps {
  papers: PaperView[];
}

/** The route of the Markdown of each volume. */
export async function getVolumeMarkdownPaths() {
  return keyPaths<{ number: string }, PaperFileProps>(
    (await getVolumes()).map(({ number, papers }) => [{ number: String(number) }, { papers }]),
  );
}

/** The Markdown of papers, one document after the other. */
export function* writeMarkdownFile(papers: readonly PaperView[]): Generator<string> {
  for (const some of divide(papers))
    yield some.map((paper) => `${writeMarkdown(paper)}\n`).join('');
}

/** The route of the file of all papers. */
export async function getPaperLinesPaths() {
  return keyPaths([[{ name: 'papers' }, { papers: await getPapersBySlug() }]]);
}

/** How many papers are written at a time: the lines of all of them can be 70 MB. */
const papersAtATime = 256;

function* divide(papers: readonly PaperView[]): Generator<readonly PaperView[]> {
  for (let at = 0; at < papers.length; at += papersAtATime)
    yield papers.slice(at, at + papersAtATime);
}

/** The lines of a file of papers, some at a time. */
export function* writePaperLines(papers: readonly PaperView[]): Generator<string> {
  for (const some of divide(papers))
    yield some.map((paper) => writePaperLine(readExportPaper(paper))).join('');
}
