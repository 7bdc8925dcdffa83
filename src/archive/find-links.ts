import { LinkifyIt } from 'linkify-it';
import type { LinkKind } from '../text/link-kinds.ts';

/** A link found in captured text. */
export interface Link {
  /** Offset of its first character in the text. */
  start: number;
  /** Offset after its last character, without the full stop of a sentence. */
  end: number;
  /** Absolute address; always `http:` or `https:`. */
  url: string;
  /** The words to show for it. */
  label: string;
  kind: LinkKind;
}

/** The kinds of hosts and their sub-domains; any other host is a project page. */
const kindByHost: [host: string, kind: LinkKind][] = [
  ['github.com', 'code'],
  ['gitlab.com', 'code'],
  ['bitbucket.org', 'code'],
  ['codeberg.org', 'code'],
  ['gitee.com', 'code'],
  ['anonymous.4open.science', 'code'],
  ['pypi.org', 'code'],
  ['colab.research.google.com', 'demo'],
  ['huggingface.co', 'model'],
  ['hf.co', 'model'],
  ['modelscope.cn', 'model'],
  ['zenodo.org', 'data'],
  ['kaggle.com', 'data'],
  ['arxiv.org', 'paper'],
  ['doi.org', 'paper'],
  ['openreview.net', 'paper'],
  ['youtube.com', 'video'],
  ['youtu.be', 'video'],
  ['vimeo.com', 'video'],
];

/** The kind of an address. */
export function kindOfLink(url: string): LinkKind {
  const { hostname, pathname } = new URL(url);
  if (hostname === 'huggingface.co' || hostname === 'hf.co') {
    if (pathname.startsWith('/spaces/')) return 'demo';
    if (pathname.startsWith('/datasets/')) return 'data';
    if (pathname.startsWith('/papers/')) return 'paper';
  }
  const match = kindByHost.find(([host]) => hostname === host || hostname.endsWith(`.${host}`));
  return match?.[1] ?? 'project';
}

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false })
  .add('mailto:', null)
  .add('ftp:', null)
  .add('//', null);

/** Replaces the backslash of `\_` while addresses are searched; a private-use character. */
const backslash = '\uE000';

/**
 * The links of a captured text, in order, never overlapping. An address without a scheme counts
 * where nothing else can be meant (`github.com/x/y`, `www.x.org`, `x.github.io`): `mechanism.In`,
 * a full stop without a space, is not a link. `\href{address}{words}` lost its command and became
 * `address{words}`: it is one link, labelled with those words.
 */
export function findLinks(text: string): Link[] {
  if (!/https?:|www\.|\.\w+\/|\.io\b/i.test(text)) return [];
  const masked = text.includes(backslash) ? text : text.replace(/\\(?=[_%#&~])/g, backslash);
  const links: Link[] = [];
  for (const match of linkify.match(masked) ?? []) {
    if (match.index < (links.at(-1)?.end ?? 0)) continue;
    const brace = match.raw.search(/[{}\\]/);
    const raw = brace < 0 ? match.raw : match.raw.slice(0, brace);
    if (match.schema === '' && !isPlainlyAnAddress(raw)) continue;
    const address = raw.replaceAll(backslash, '');
    const url = parseUrl(match.schema === '' ? `https://${address}` : address);
    if (url === undefined) continue;
    const start = match.index;
    const end = start + raw.length;
    const words = /^\{([^{}]+)\}/.exec(text.slice(end, end + 300));
    links.push({
      start,
      end: end + (words?.[0].length ?? 0),
      url,
      label: words?.[1] ?? address,
      kind: kindOfLink(url),
    });
  }
  return links;
}

function isPlainlyAnAddress(raw: string): boolean {
  return /^www\.|\.(com|org|net|edu|co|ai)\/|[a-z\d]\.github\.io\b/i.test(raw);
}

function parseUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, href } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && hostname.includes('.') ? href : undefined;
}
