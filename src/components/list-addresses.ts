import { arxivPage, arxivPdf, doiPage, huggingFacePage } from '../metadata/addresses.ts';
import type { PaperView } from '../queries/papers.ts';

/** Returns the addresses of a paper, its code and its project on other sites, each once; empty if none is known. */
export function listAddresses({
  arxivId,
  metadata: { doi, url, code, projectPage },
}: Pick<PaperView, 'arxivId' | 'metadata'>): { name: string; url: string }[] {
  const known: [name: string, url: string | undefined][] = [
    [`arXiv ${arxivId}`, arxivId && arxivPage(arxivId)],
    ['PDF', arxivId && arxivPdf(arxivId)],
    ['Hugging Face', arxivId && huggingFacePage(arxivId)],
    [url ? new URL(url).hostname.replace(/^www\./, '') : '', url],
    ['DOI', doi && doiPage(doi)],
    ['Code', code],
    ['Project page', projectPage],
  ];
  const addresses = known.flatMap(([name, url]) => (url ? [{ name, url }] : []));
  return addresses.filter(({ url }, i) => addresses.findIndex((a) => a.url === url) === i);
}
