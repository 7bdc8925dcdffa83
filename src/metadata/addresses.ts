/** Addresses of a paper on other sites, of its identifiers. */

/** The page of a paper at arXiv: `2503.03601`, `math/0211159`. */
export const arxivPage = (id: string): string => `https://arxiv.org/abs/${id}`;
/** The PDF of a paper at arXiv. */
export const arxivPdf = (id: string): string => `https://arxiv.org/pdf/${id}`;
/** The page of a paper at Hugging Face; undefined for ids from before 2007, which it does not have. */
export const huggingFacePage = (id: string): string | undefined =>
  id.includes('/') ? undefined : `https://huggingface.co/papers/${id}`;
/** What a DOI leads to. */
export const doiPage = (doi: string): string =>
  `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
