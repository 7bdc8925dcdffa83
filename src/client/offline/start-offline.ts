import { announce } from '../page/announce.ts';
import { awaitQuiet } from './await-quiet.ts';
import { isKeeping } from './is-keeping.ts';
import { readMessage } from './messages.ts';
import { showNewPapers } from './new-papers-line.ts';
import { registerWorker } from './register-worker.ts';

/** A page that stays open asks so often, at most, whether there is a new build. */
const askEveryMs = 3_600_000;

/** Registers the service worker, tells of new builds, and makes the buttons that keep everything work. */
export function startOffline(): void {
  // The dev server has no packs.
  if (import.meta.env.DEV) return;
  for (const root of document.querySelectorAll<HTMLElement>('[data-keep-offline]')) {
    const button = root.querySelector('[data-keep]');
    button?.addEventListener('click', () => {
      // What is clicked before there is an answer to it is not lost.
      root.dataset.asked = '';
      startPanels();
    });
    // Where it is what the page is about, it tells at once how things stand.
    if (root.closest('main')) startPanels();
  }
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    const type = readMessage(data)?.type;
    if (type === 'new-build') showNewPapers();
    if (type === 'no-room')
      import('./report-full-storage.ts').then((m) => m.reportFullStorage(), ignore);
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) import('./compare-builds.ts').then((m) => m.compareBuilds()).catch(ignore);
  });
  // What is kept on a first visit would take the line from what the page asks for.
  const registering = awaitQuiet().then(registerWorker);
  registering.then(
    (registration) => {
      if (isKeeping()) startPanels();
      let askedAt = Date.now();
      document.addEventListener('visibilitychange', () => {
        if (document.hidden || Date.now() - askedAt < askEveryMs) return;
        askedAt = Date.now();
        registration.update().catch(ignore);
      });
    },
    // A browser that lets nothing be kept shows the site as online.
    ignore,
  );
}

let haveStarted = false;

function startPanels(): void {
  if (haveStarted) return;
  haveStarted = true;
  import('./keep-panel.ts').then(
    ({ startKeepPanels }) => startKeepPanels(),
    () => {
      haveStarted = false;
      announce('This could not be loaded. Try again when you are online.', true);
    },
  );
}

/** Without a network, or without room, the page stays as it is. */
const ignore = (): void => undefined;
