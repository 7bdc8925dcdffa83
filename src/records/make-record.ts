import type { Paper } from '../archive/archive.ts';
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
import { createRestorer } from '../restore/create-restorer.ts';
import { isFormula, joinCaptured, type Segment } from '../restore/segments.ts';
import { readModel } from '../store/read-model.ts';
import { indexText } from './index-text.ts';
import type { CapturedPart, PaperRecord, SourceText } from './paper-record.ts';
import { type RestoredRevision, restorePaper } from './restore-paper.ts';

/** Makes records; it may keep what several papers have in common. */
export type RecordMaker = (
  paper: Pick<Paper, 'revisions' | 'listings'>,
  corrections: readonly Correction[],
) => PaperRecord;

/** Returns a maker of records that uses the project's model; the same paper and corrections give the same record. */
export function openRecordMaker(): RecordMaker {
  const restorer = createRestorer(readModel());
  const reader = new WordReader();
  return (paper, corrections) => {
    const revisions = restorePaper(paper, corrections, restorer);
    const shown = paper.listings[paper.listings.length - 1].revision;
    const earlier = revisions
      .flatMap((revision, i) => (i === shown ? [] : [{ i, ...prepare(revision) }]))
      .reverse();
    return makeRecord(prepare(revisions[shown]), earlier, reader);
  };
}

/** A text in the forms that all others are made of. */
interface PreparedText {
  segments: Segment[];
  clean: CleanText;
  parts: TextPart[];
  plain: string;
  typeset: TypesetText;
}

interface PreparedRevision {
  title: PreparedText;
  abstract: PreparedText;
  links: RestoredRevision['links'];
}

const prepare = ({ title, abstract, links }: RestoredRevision): PreparedRevision => ({
  title: prepareText(title),
  abstract: prepareText(abstract),
  links,
});

function prepareText(segments: Segment[]): PreparedText {
  const clean = cleanSegments(segments);
  const parts = toTextParts(clean);
  return { segments, clean, parts, plain: partsToText(parts), typeset: typeset(clean) };
}

function makeRecord(
  { title, abstract, links }: PreparedRevision,
  earlier: readonly (PreparedRevision & { i: number })[],
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
      ...(hasMathInTitle && { typesetTitle: toScriptedHtml(title.typeset) }),
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

/** The words of a text alone: a formula parts words. */
const wordsOf = ({ parts }: PreparedText): string =>
  parts.map((part) => ('text' in part ? part.text : ' ')).join('');

function countFormulas(texts: readonly PreparedText[]): PaperRecord['head']['counts'] {
  const formulas = texts.flatMap(({ parts }) => parts.filter((part) => 'latex' in part));
  const restored = texts.flatMap(({ segments }) =>
    segments.filter((segment) => isFormula(segment) && !segment.corrected),
  );
  return { formulas: formulas.length, restored: restored.length };
}

function listParts(segments: readonly Segment[]): CapturedPart[] {
  return segments.map((segment) => {
    if (!isFormula(segment)) return { text: segment.text };
    const { captured, latex, corrected, probability } = segment;
    return {
      text: captured,
      restored: { latex, probability: corrected ? undefined : probability },
    };
  });
}
