import { findLinks, type Link } from '../archive/find-links.ts';
import { listTerms, tabulateTerms } from '../archive/paper-terms.ts';
import { WordReader } from '../archive/word-reader.ts';
import type { Correction } from '../corrections/corrections.ts';
import {
  type CleanText,
  cleanSegments,
  hasFormula,
  listAsCaptured,
} from '../render/clean-segments.ts';
import { findKeptCapitals } from '../render/kept-capitals.ts';
import { type TextPart, toTextParts } from '../render/text-parts.ts';
import { toFeedHtml, toInlineFeedHtml } from '../render/to-feed-html.ts';
import { toHtml, toInlineHtml, toScriptedHtml } from '../render/to-html.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import { partsToParagraphs, partsToText, toWordsAndFormulas } from '../render/to-text.ts';
import { type TypesetText, typeset } from '../render/typeset.ts';
import { isFormula, joinCaptured, type Segment } from '../restore/segments.ts';
import { indexText } from './index-text.ts';
import type { CapturedPart, PaperLink, PaperRecord, SourceText } from './paper-record.ts';
import { openPaperRestorer, type RestorablePaper } from './restore-paper.ts';

/**
 * Returns a function that makes records with the project's model; the same paper and corrections give the same
 * record. Formulas that are not round-trip checked stay as captured.
 */
export function openRecordMaker() {
  const restore = openPaperRestorer();
  const reader = new WordReader();
  return (paper: RestorablePaper, corrections: readonly Correction[]): PaperRecord => {
    const revisions = paper.revisions.map((revision, i): PreparedRevision => {
      const { title, abstract } = restore(paper, corrections, i);
      const links = uniqueLinks(findLinks(revision.abstract));
      return { i, title: prepareText(title), abstract: prepareText(abstract), links };
    });
    const [shown] = revisions.splice(paper.listings[paper.listings.length - 1].revision, 1);
    return makeRecord(shown, revisions.reverse(), reader);
  };
}

/** A text in the forms from which all others are made. */
interface PreparedText {
  segments: Segment[];
  clean: CleanText;
  parts: TextPart[];
  plain: string;
  typeset: TypesetText;
}

interface PreparedRevision {
  /** Its index among the revisions of the paper. */
  i: number;
  title: PreparedText;
  abstract: PreparedText;
  /** The links of the abstract, each once, in order. */
  links: PaperLink[];
}

function uniqueLinks(links: readonly Link[]): PaperLink[] {
  return [...new Map(links.map(({ url, label, kind }) => [url, { url, label, kind }])).values()];
}

function prepareText(segments: Segment[]): PreparedText {
  const clean = cleanSegments(segments);
  const parts = toTextParts(clean);
  return { segments, clean, parts, plain: partsToText(parts), typeset: typeset(clean) };
}

function makeRecord(
  { title, abstract, links }: PreparedRevision,
  earlier: readonly PreparedRevision[],
  reader: WordReader,
): PaperRecord {
  const hasMathInTitle = hasFormula(title.clean);
  const titleHtml = toInlineHtml(title.typeset);
  const withMarkdown = (text: PreparedText): SourceText => {
    const markdown = toMarkdown(text.clean);
    return { ...toSource(text), ...(markdown !== text.plain && { markdown }) };
  };
  return {
    head: {
      titleHtml,
      ...(hasMathInTitle && { typesetTitle: toScriptedHtml(title.typeset) }),
      titleText: title.plain,
      titleParts: title.parts,
      keptCapitals: findKeptCapitals(wordsOf(title), abstract.plain),
      hasMath: hasMathInTitle || hasFormula(abstract.clean),
      hasMathInTitle,
      hasCode: links.some(({ kind }) => kind === 'code'),
      links,
      counts: countFormulas([title, abstract]),
      asCaptured: [title, abstract].flatMap(({ clean }) => listAsCaptured(clean)),
    },
    abstract: { html: toHtml(abstract.typeset) },
    body: {
      ...(isCleaned(abstract) && { abstractText: abstract.plain }),
      captured: { title: listParts(title.segments), abstract: listParts(abstract.segments) },
      earlier: earlier.map((revision) => ({
        titleHtml: toInlineHtml(revision.title.typeset),
        abstractHtml: toHtml(revision.abstract.typeset),
        hasMath: hasFormula(revision.title.clean) || hasFormula(revision.abstract.clean),
      })),
    },
    texts: {
      title: withMarkdown(title),
      abstract: withMarkdown(abstract),
      earlier: earlier.map(({ i, title, abstract, links }) => ({
        revision: i,
        title: toSource(title),
        abstract: toSource(abstract),
        links,
      })),
    },
    feed: {
      titleHtml: toInlineFeedHtml(title.typeset),
      abstractHtml: toFeedHtml(abstract.typeset),
      abstractText: partsToParagraphs(abstract.parts),
    },
    search: {
      content: indexText(title.clean, abstract.clean),
    },
    terms: tabulateTerms(
      listTerms(
        { title: toWordsAndFormulas(title.clean), abstract: toWordsAndFormulas(abstract.clean) },
        reader,
      ),
    ),
  };
}

/** Whether the plain text differs from the captured text. */
const isCleaned = ({ plain, segments }: PreparedText): boolean => plain !== joinCaptured(segments);

const toSource = (text: PreparedText): SourceText => ({
  segments: text.segments,
  ...(isCleaned(text) && { plain: text.plain }),
});

/** The words of a text, with a space in place of each formula. */
const wordsOf = ({ parts }: PreparedText): string =>
  parts.map((part) => ('text' in part ? part.text : ' ')).join('');

function countFormulas(texts: readonly PreparedText[]): PaperRecord['head']['counts'] {
  const formulas = texts.flatMap(({ parts }) => parts.filter((part) => 'latex' in part));
  const found = texts.flatMap(({ segments }) => segments.filter(isFormula));
  return {
    formulas: formulas.length,
    restored: found.filter(({ corrected, original }) => !corrected && !original).length,
    original: found.filter(({ original }) => original).length,
  };
}

function listParts(segments: readonly Segment[]): CapturedPart[] {
  return segments.map((segment) => {
    if (!isFormula(segment)) return { text: segment.text };
    const { captured, latex, corrected, original, probability } = segment;
    const origin = corrected ? { corrected } : original ? { original } : { probability };
    return { text: captured, formula: { latex, ...origin } };
  });
}
