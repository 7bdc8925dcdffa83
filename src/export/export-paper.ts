import type { Paper } from '../archive/archive.ts';
import type { PaperMetadata } from '../metadata/metadata.ts';
import type { TextPart } from '../render/text-parts.ts';
import type { Segment } from '../restore/segments.ts';
import type { LinkKind } from '../text/link-kinds.ts';

/** A title or an abstract, in the forms that exports need. */
export interface ExportText {
  /** One line, formulas as readable Unicode. */
  plain: string;
  /** As captured and restored, before any cleaning. */
  segments: readonly Segment[];
}

/** A title. */
export interface ExportTitle extends ExportText {
  /** Cleaned text and formulas, in order. */
  parts: readonly TextPart[];
  /** Words, or parts of hyphenated words, whose capitals bibliographies must keep. */
  kept: readonly string[];
}

/** A link of an abstract. */
export interface ExportLink {
  /** Absolute address. */
  url: string;
  /** The words that were linked. */
  label: string;
  kind: LinkKind;
}

/** A revision of a paper that was captured before the current one. */
export interface EarlierRevision {
  title: ExportText;
  abstract: ExportText;
  links: readonly ExportLink[];
  /** Its places in captures with this revision, oldest first. */
  listings: Paper['listings'];
}

/** The data of a paper that exports are made from. */
export interface ExportPaper {
  /** The slug under which the paper was first entered: unique in the archive, and never changed. */
  identity: string;
  /** The last part of its permalink now. */
  slug: string;
  /** Its slugs before it was retitled. */
  formerSlugs: readonly string[];
  /** Its absolute permalink; empty in a portable edition without a published address. */
  url: string;
  title: ExportTitle;
  abstract: ExportText;
  /** ISO dates of the days on which it was listed, each once, oldest first; never empty. */
  days: readonly string[];
  /** Its places in captures, oldest first. */
  listings: Paper['listings'];
  links: readonly ExportLink[];
  hasCode: boolean;
  hasMath: boolean;
  /** Absolute address of its Markdown file, if the site has such files. */
  markdownUrl?: string;
  /** Newest first; absent if it has one revision only. */
  earlier?: readonly EarlierRevision[];
  /** `2503.01234` */
  arxivId?: string;
  /** What sources know about it. */
  metadata: PaperMetadata;
}

/** The number of authors in JSON-LD and feeds, which have no "and others": some papers have more than a thousand. */
export const mostNamedAuthors = 100;

/** What citations have of `PaperMetadata`. */
export const citedFields = [
  'authors',
  'published',
  'venue',
  'doi',
  'categories',
  'url',
] as const satisfies (keyof PaperMetadata)[];

/** The data that citations are made from. */
export type CitedPaper = Pick<ExportPaper, 'identity' | 'url' | 'days' | 'arxivId'> & {
  title: Pick<ExportTitle, 'plain' | 'parts' | 'kept'>;
  metadata: Pick<PaperMetadata, (typeof citedFields)[number]>;
};

/** The data that a paper's metadata is made from. */
export type DescribedPaper = CitedPaper & { abstract: Pick<ExportText, 'plain'> };
