import { announce } from '../page/announce.ts';
import { copyAndReport } from './copy-and-report.ts';
import { startLaterPapers } from './later-papers.ts';

/** Starts the page of a paper, if this is one: later related papers, and buttons that cite it and copy its permalink. */
export function startPaperPage(document: Document): void {
  startLaterPapers(document);
  document.querySelector('[data-cite]')?.addEventListener('click', () => {
    import('./cite-dialog.ts').then(
      ({ showCitation }) => showCitation(document),
      () => announce('Citing could not be loaded. Try again when you are online.', true),
    );
  });
  const status = document.querySelector<HTMLElement>('[data-copied]');
  document.querySelector('[data-copy-permalink]')?.addEventListener('click', () => {
    const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const here = `${location.origin}${location.pathname}`;
    // A file on disk has the address that it is published under.
    const permalink = location.protocol === 'file:' ? (published ?? here) : here;
    if (status) void copyAndReport(permalink, status, 'Permalink copied');
  });
}
