import type { Paper } from '../archive/archive.ts';
import type { TextPart } from '../render/text-parts.ts';
import type { Segment } from '../restore/segments.ts';
import type { LinkKind } from '../text/link-kinds.ts';

/** A title or an abstract, in the forms that formats are made of. */
export interface ExportText {
  /** One line, formulas as readable Unicode. */
  plain: string;
  /** As captured and restored, before any cleaning. */
  segments: readonly Segment[];
}

/** A title. */
export interface ExportTitle extends ExportText {
  /** Cleaned text and formulas by turns. */
  parts: readonly TextPart[];
  /** Words of it, or parts of words between hyphens, that must keep their capitals in bibliographies. */
  kept: readonly string[];
}

/** A person, as a source names them. */
export interface ExportAuthor {
  family: string;
  given?: string;
}

/** A link of an abstract. */
export interface ExportLink {
  /** Absolute address. */
  url: string;
  /** The words that stood for it. */
  label: string;
  kind: LinkKind;
}

/** Another revision of a paper, captured before the one that it is shown with. */
export interface EarlierRevision {
  title: ExportText;
  abstract: ExportText;
  links: readonly ExportLink[];
  /** Where it stood with this revision, oldest first. */
  listings: Paper['listings'];
}

/**
 * A paper, as exports are made of it. The last fields are there only where a source knows them: text
 * captures do not, and nothing is put in their place.
 */
export interface ExportPaper {
  /** The slug that the paper was first entered under: unique in the archive, the same for ever. */
  identity: string;
  /** The last part of its permalink now. */
  slug: string;
  /** Slugs that it had before it was retitled. */
  formerSlugs: readonly string[];
  /** Its permalink, absolute; empty in an edition that is published nowhere. */
  url: string;
  title: ExportTitle;
  abstract: ExportText;
  /** ISO dates of the days on which it was listed, each once, oldest first; never empty. */
  days: readonly string[];
  /** Where it stood, oldest first. */
  listings: Paper['listings'];
  links: readonly ExportLink[];
  hasCode: boolean;
  hasMath: boolean;
  /** Its Markdown, absolute, where the site has such files. */
  markdownUrl?: string;
  /** Newest first; absent where it never had another revision. */
  earlier?: readonly EarlierRevision[];
  /** In the order of the paper. */
  authors?: readonly ExportAuthor[];
  /** ISO date, month or year of its publication: never the day of a capture. */
  published?: string;
  /** `2503.01234` */
  arxivId?: string;
}

/** What a citation is made of. */
export type CitedPaper = Pick<
  ExportPaper,
  'identity' | 'url' | 'days' | 'authors' | 'published' | 'arxivId'
> & { title: Pick<ExportTitle, 'plain' | 'parts' | 'kept'> };

/** What the page of a paper tells programs of it. */
export type DescribedPaper = CitedPaper & { abstract: Pick<ExportText, 'plain'> };
