import { writePaperLine } from '../export/paper-json.ts';
import { writePaperMarkdown } from '../export/paper-markdown.ts';
import { readMarkdown } from '../records/paper-record.ts';
import { readExportPaper, readTexts, toExportPaper } from './export-papers.ts';
import type { PaperView } from './papers.ts';

/** How many papers are written at a time: the lines of a volume have several megabytes. */
const papersAtATime = 256;

function* divide(papers: readonly PaperView[]): Generator<readonly PaperView[]> {
  for (let at = 0; at < papers.length; at += papersAtATime)
    yield papers.slice(at, at + papersAtATime);
}

/** Papers as lines of JSON, some at a time. */
export function* writePaperLines(papers: readonly PaperView[]): Generator<string> {
  for (const some of divide(papers))
    yield some.map((paper) => writePaperLine(readExportPaper(paper))).join('');
}

/** A paper as a Markdown document. */
export function writeMarkdown(paper: PaperView): string {
  const texts = readTexts(paper);
  return writePaperMarkdown(toExportPaper(paper, texts), {
    title: readMarkdown(texts.title),
    abstract: readMarkdown(texts.abstract),
  });
}

/** The Markdown of papers, one document after the other, some at a time. */
export function* writeMarkdownFile(papers: readonly PaperView[]): Generator<string> {
  for (const some of divide(papers))
    yield some.map((paper) => `${writeMarkdown(paper)}\n`).join('');
}
