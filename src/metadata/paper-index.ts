import { channel } from '../restore/channel.ts';
import { titleKey } from '../text/title-key.ts';
import type { Author } from './metadata.ts';
import type { SourceRecord } from './sources/source-record.ts';

/** What records are compared with in a paper of the archive. */
export interface PaperToMatch {
  /** The slug under which it was first entered. */
  identity: string;
  /** Its slug now. */
  slug: string;
  arxivId?: string | undefined;
  doi?: string | undefined;
  authors?: readonly Author[] | undefined;
  /** Every revision that was captured. */
  revisions: readonly { title: string; abstract: string }[];
}

/** The keys of a title as it is, and after the channel: until March 2025 titles were captured without it. */
export const titleKeys = (title: string): Set<string> =>
  new Set([titleKey(title), titleKey(channel(title))]);

/** Letters and digits of an abstract that its key has. */
export const abstractKeyLength = 40;

/**
 * The beginning of an abstract, as far as it has letters and digits, by which a paper is found under another title.
 * @example abstractKey('We present Chunked …') === 'wepresentchunked'
 */
export const abstractKey = (abstract: string): string =>
  titleKey(abstract.slice(0, 5 * abstractKeyLength)).slice(0, abstractKeyLength);

/** Finds papers by ids, titles and abstracts of records. */
export class PaperIndex {
  readonly #byId = new Map<string, PaperToMatch[]>();
  readonly #byTitle = new Map<string, PaperToMatch[]>();
  readonly #byAbstract = new Map<string, PaperToMatch[]>();

  /** @param accepted ids of records that the maintainer accepted, with the identity of their paper */
  constructor(
    papers: readonly PaperToMatch[],
    accepted: readonly { id: string; paper: string }[] = [],
  ) {
    const idsOf = Map.groupBy(accepted, ({ paper }) => paper);
    for (const paper of papers) {
      const ids = [paper.arxivId, paper.doi?.toLowerCase()];
      for (const id of [...ids, ...(idsOf.get(paper.identity) ?? []).map(({ id }) => id)])
        if (id !== undefined) enter(this.#byId, id, paper);
      for (const { title, abstract } of paper.revisions) {
        for (const key of titleKeys(title)) enter(this.#byTitle, key, paper);
        enter(this.#byAbstract, abstractKey(abstract), paper);
      }
    }
  }

  /** The papers with a title. */
  ofTitle(title: string): PaperToMatch[] {
    return [...new Set([...titleKeys(title)].flatMap((key) => this.#byTitle.get(key) ?? []))];
  }

  /** The papers that a record may be. */
  find({ id, facts, title, abstract }: SourceRecord): PaperToMatch[] {
    const ids = [id, facts.arxivId ?? '', facts.doi?.toLowerCase() ?? ''];
    return [
      ...new Set([
        ...ids.flatMap((known) => this.#byId.get(known) ?? []),
        ...this.ofTitle(title),
        ...(this.#byAbstract.get(abstractKey(abstract)) ?? []),
      ]),
    ];
  }

  hasId(id: string): boolean {
    return this.#byId.has(id);
  }

  titleKeys(): Iterable<string> {
    return this.#byTitle.keys();
  }

  abstractKeys(): Iterable<string> {
    return this.#byAbstract.keys();
  }
}

function enter(map: Map<string, PaperToMatch[]>, key: string, paper: PaperToMatch): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [paper]);
  else if (!list.includes(paper)) list.push(paper);
}
