import { withBase } from '../../urls.ts';
import { announce } from '../page/announce.ts';
import { offerReload } from './offer-reload.ts';
import { OfflineStore } from './offline-store.ts';
import { readBuild } from './read-build.ts';

/** An unused page is replaced by its new version this soon after it was opened; later the reader is asked. */
const replaceWithinMs = 10_000;

/** Reports a newer build: reloads the page if it is untouched, and otherwise offers that. */
export function showNewBuild(isUsed: boolean): void {
  if (!isUsed && isUntouched()) location.reload();
  else offerReload();
}

/** Whether the page was just opened and nothing was done on it before its scripts ran. */
function isUntouched(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input, textarea',
  );
  return (
    performance.now() < replaceWithinMs &&
    // A page that has been reloaded already is not replaced again.
    (navigation as PerformanceNavigationTiming | undefined)?.type === 'navigate' &&
    scrollY === 0 &&
    getSelection()?.isCollapsed !== false &&
    [...fields].every(({ value, defaultValue }) => value === defaultValue)
  );
}

/** Offers to reload a page that the browser restored from its back/forward cache if its build is no longer the newest. */
export async function compareBuilds(): Promise<void> {
  const own = await readBuild();
  const store = new OfflineStore(new URL(withBase('/'), location.href).href);
  const newest = (await store.readBuilds()).at(-1)?.build;
  if (own && newest && own !== newest) offerReload();
}

/** Says, once in a session, that there is no space for the newest papers. */
export function reportFullStorage(): void {
  const key = 'dayleaf-told-of-room';
  try {
    if (sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, '1');
  } catch {
    // Without storage it is said on every page.
  }
  announce(
    'The newest papers could not be downloaded because the storage of this device is full. Everything downloaded before is still available offline.',
    true,
  );
}
