import { copyAndReport } from './copy-and-report.ts';

/**
 * Makes the button that copies a paper's permalink work: the address that the reader is at, without
 * query and anchor, or, where that is a file on disk, the one that it is published under. Does nothing
 * on a page without such a button.
 */
export function startCopyPermalink(document: Document): void {
  const button = document.querySelector<HTMLElement>('[data-copy-permalink]');
  const status = document.querySelector<HTMLElement>('[data-copied]');
  if (!button || !status) return;
  button.addEventListener('click', () => {
    const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const here = `${location.origin}${location.pathname}`;
    const permalink = location.protocol === 'file:' ? (published ?? here) : here;
    void copyAndReport(permalink, status, 'Permalink copied');
  });
}
