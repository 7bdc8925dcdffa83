import type { PagefindModule } from './pagefind.ts';

/**
 * Loads Pagefind's script. The portable edition replaces this module, because pages on disk can load neither modules
 * nor workers.
 * @param bundleUrl address of Pagefind's folder, with a slash at the end
 */
export function loadEngine(bundleUrl: string): Promise<PagefindModule> {
  // Pagefind fetches its worker only after it was started; this way, both are downloaded at once.
  fetch(`${bundleUrl}pagefind-worker.js`).catch(() => undefined);
  return import(/* @vite-ignore */ `${bundleUrl}pagefind.js`);
}
