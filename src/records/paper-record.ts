import type { Link } from '../archive/find-links.ts';
import type { TermTable } from '../archive/paper-terms.ts';
import type { TextPart } from '../render/text-parts.ts';
import { joinCaptured, type Segment } from '../restore/segments.ts';

/**
 * Everything that is made from a paper's texts, for all that shows, exports or indexes it. A record is stored in parts,
 * so that each reader loads only what it needs.
 */
export interface PaperRecord {
  head: PaperHead;
  abstract: PaperAbstract;
  body: PaperBody;
  texts: PaperTexts;
  feed: PaperFeed;
  search: PaperSearch;
  /** The terms by which related papers are found. */
  terms: TermTable;
}

/** A link of an abstract. */
export type PaperLink = Omit<Link, 'start' | 'end'>;

/** What lists, neighbours and citations show of a paper. */
export interface PaperHead {
  /** The title typeset: phrasing content. */
  titleHtml: string;
  /** HTML of a title with formulas, for scripts on pages whose policy forbids style attributes in HTML. */
  typesetTitle?: string;
  /** The title as one line of plain text, formulas in readable Unicode. */
  titleText: string;
  /** The title as a sequence of text and formulas. */
  titleParts: TextPart[];
  /** Words of the title that must keep their capitals in bibliographies. */
  keptCapitals: string[];
  /** Whether title or abstract have formulas. */
  hasMath: boolean;
  hasMathInTitle: boolean;
  hasCode: boolean;
  links: PaperLink[];
  counts: TextCounts;
  /** Places that look like LaTeX and are shown as captured. */
  asCaptured: string[];
}

/** How many formulas a paper has, in its present revision, and how they came about. */
export interface TextCounts {
  formulas: number;
  /**
   * Those of them that were restored, and so are neither corrected by hand, nor the authors', nor written out in the
   * capture.
   */
  restored: number;
  /** Those of them that are the authors' own LaTeX, from a source that has it. */
  original: number;
}

/** Shown in lists when a paper is expanded. */
export interface PaperAbstract {
  /** The abstract typeset: paragraphs. */
  html: string;
}

/** Shown only on the page of a paper. */
export interface PaperBody {
  /** The abstract as one line of plain text; omitted if equal to the captured text. See `readAbstractText`. */
  abstractText?: string;
  /** Title and abstract as captured, divided into formulas and text. */
  captured: { title: CapturedPart[]; abstract: CapturedPart[] };
  /** Revisions that were captured before, newest first; most papers have none. */
  earlier: { titleHtml: string; abstractHtml: string; hasMath: boolean }[];
}

/** A part of a captured text, with its formula if it has one. */
export interface CapturedPart {
  /** The text exactly as captured. */
  text: string;
  formula?: {
    latex: string;
    /** How sure the restoration is, 0 to 1; undefined if it was not restored. */
    probability?: number;
    /** Set if the maintainer wrote it. */
    corrected?: true;
    /** Set if it is the authors' own. */
    original?: true;
  };
}

/** What data files and Markdown are made of. */
export interface PaperTexts {
  title: SourceText;
  abstract: SourceText;
  /** Revisions that were captured before, newest first; they have no Markdown. */
  earlier: { revision: number; title: SourceText; abstract: SourceText; links: PaperLink[] }[];
}

/** A text as captured and restored; other forms are omitted if equal. */
export interface SourceText {
  segments: Segment[];
  /** One line of plain text; omitted if equal to the captured text. See `readPlain`. */
  plain?: string;
  /** Markdown; omitted if equal to the plain text. See `readMarkdown`. */
  markdown?: string;
}

/** A text as one line of plain text. */
export const readPlain = ({ plain, segments }: SourceText): string =>
  plain ?? joinCaptured(segments);

/** A text as Markdown. */
export const readMarkdown = (text: SourceText): string => text.markdown ?? readPlain(text);

/** The abstract as one line of plain text. */
export const readAbstractText = ({ abstractText, captured }: PaperBody): string =>
  abstractText ?? captured.abstract.map(({ text }) => text).join('');

/** What feeds show: HTML with MathML in it, and plain text. */
export interface PaperFeed {
  titleHtml: string;
  abstractHtml: string;
  /** Paragraphs are separated by a blank line. */
  abstractText: string;
}

/** What is indexed; see `src/search/indexed-text.ts`. */
export interface PaperSearch {
  content: string;
}

/** The names of the parts. */
export type PartName = keyof PaperRecord;
