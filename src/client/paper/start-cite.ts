import { announce } from '../page/announce.ts';

/** Makes the button that cites a paper work; what it opens is fetched with the first use. */
export function startCite(document: Document): void {
  document.querySelector('[data-cite]')?.addEventListener('click', () => {
    import('./cite-dialog.ts').then(
      ({ showCitation }) => showCitation(document),
      () => announce('Citing could not be loaded. Try again when you are online.', true),
    );
  });
}
