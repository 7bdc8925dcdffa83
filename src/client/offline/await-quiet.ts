/** A page that fetched nothing for so long has what it needs; one that goes on and on is not waited for. */
const quietMs = 1000;
const longestMs = 10_000;

/**
 * Waits until a page has loaded and fetches nothing more, the answer to a search too. A page that a service
 * worker answers for need not wait: there is little to fetch for it.
 */
export async function awaitQuiet(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  let before = -1;
  do {
    const { length } = performance.getEntriesByType('resource');
    if (length === before && document.readyState === 'complete') return;
    before = length;
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  } while (performance.now() < longestMs);
}
