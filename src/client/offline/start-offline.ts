import { readItem } from '../list/list-store.ts';
import { announce } from '../page/announce.ts';
import { downloadingKey, registerWorker } from './register-worker.ts';
import { readMessage } from './worker-messages.ts';

/** A page that stays open looks for a new build at most this often. */
const updateEveryMs = 3_600_000;

/** Registers the service worker, reports new builds, and starts the buttons for the offline copy. */
export function startOffline(): void {
  // The dev server has no packs.
  if (import.meta.env.DEV) return;
  let isUsed = false;
  const noteUse = (): void => {
    isUsed = true;
  };
  for (const type of ['pointerdown', 'keydown', 'input', 'scroll'])
    addEventListener(type, noteUse, { capture: true, once: true, passive: true });
  for (const root of document.querySelectorAll<HTMLElement>('[data-keep-offline]')) {
    const button = root.querySelector('[data-keep]');
    button?.addEventListener('click', () => {
      // Remembered for the panel, which is still to be loaded.
      root.dataset.asked = '';
      startPanels();
    });
    // On the about page, the panel shows its status from the start.
    if (root.closest('main')) startPanels();
  }
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    const type = readMessage(data);
    if (type === 'new-build') import('./notices.ts').then((m) => m.showNewBuild(isUsed), ignore);
    if (type === 'no-room') import('./notices.ts').then((m) => m.reportFullStorage(), ignore);
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) import('./notices.ts').then((m) => m.compareBuilds()).catch(ignore);
  });
  awaitQuiet()
    .then(registerWorker)
    .then((registration) => {
      if (readItem(downloadingKey)) startPanels();
      let updatedAt = Date.now();
      document.addEventListener('visibilitychange', () => {
        if (document.hidden || Date.now() - updatedAt < updateEveryMs) return;
        updatedAt = Date.now();
        registration.update().catch(ignore);
      });
    }, ignore);
}

/** A page is quiet when it has fetched nothing for this long; it is waited for no longer than `longestMs`. */
const quietMs = 1000;
const longestMs = 10_000;

/**
 * Waits until the page has everything it needs, including the answer to a search, so that the first download does
 * not compete with it. With a service worker there is little to download.
 */
async function awaitQuiet(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  let before = -1;
  do {
    const { length } = performance.getEntriesByType('resource');
    if (length === before && document.readyState === 'complete') return;
    before = length;
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  } while (performance.now() < longestMs);
}

let haveStarted = false;

function startPanels(): void {
  if (haveStarted) return;
  haveStarted = true;
  import('./offline-panel.ts').then(
    ({ startOfflinePanels }) => startOfflinePanels(),
    () => {
      haveStarted = false;
      announce('This could not be loaded. Try again when you are online.', true);
    },
  );
}

/** Without a network, storage or service workers, the page works as it is. */
const ignore = (): void => undefined;
