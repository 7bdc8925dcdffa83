import type { PaperView } from '../queries/papers.ts';
import { linkKinds } from '../text/link-kinds.ts';

type PaperLink = Pick<PaperView['links'][number], 'url' | 'kind'>;

/** Known sites, by the beginning of an address; the first match counts. */
const places: [start: RegExp, name: string][] = [
  [/^github\.com\//, 'GitHub'],
  [/^gitlab\.com\//, 'GitLab'],
  [/^bitbucket\.org\//, 'Bitbucket'],
  [/^codeberg\.org\//, 'Codeberg'],
  [/^gitee\.com\//, 'Gitee'],
  [/^pypi\.org\/project\//, 'PyPI'],
  [/^anonymous\.4open\.science\/r\//, 'Anonymous GitHub'],
  [/^(?:huggingface\.co|hf\.co)\/datasets\//, 'Hugging Face dataset'],
  [/^(?:huggingface\.co|hf\.co)\/spaces\//, 'Hugging Face Space'],
  [/^(?:huggingface\.co|hf\.co)\/collections\//, 'Hugging Face collection'],
  [/^(?:huggingface\.co|hf\.co)\/papers\//, 'Hugging Face paper'],
  [/^(?:huggingface\.co|hf\.co)\/(?=[^/]+\/[^/]+$)/, 'Hugging Face model'],
  [/^(?:huggingface\.co|hf\.co)\//, 'Hugging Face'],
  [/^arxiv\.org\/(?:abs|pdf|html)\//, 'arXiv'],
  [/^doi\.org\//, 'DOI'],
  [/^youtu\.be\/|^youtube\.com\/watch\?v=/, 'YouTube video'],
];

/**
 * Returns the text of a link: the name of the site, or else the kind of link, and the rest of the address.
 * @example describeLink({ url: 'https://github.com/ZJU-CTAG/B4', kind: 'code' }) === 'GitHub: ZJU-CTAG/B4'
 */
export function describeLink({ url, kind }: PaperLink): string {
  const address = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$|\.git$/, '');
  for (const [start, name] of places) {
    const which = address.replace(start, '');
    if (which !== address && which !== '') return `${name}: ${which}`;
  }
  const label = linkKinds[kind];
  return `${label[0].toUpperCase()}${label.slice(1)}: ${address}`;
}
