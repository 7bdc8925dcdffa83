import { serviceWorkerUrl, withBase } from '../../urls.ts';

let registering: Promise<ServiceWorkerRegistration> | undefined;

/**
 * Registers the service worker, once the page has loaded what it needs.
 * @throws {Error} where the browser has none, or does not allow it
 */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  registering ??= register();
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration> {
  await awaitLoad();
  if (!('serviceWorker' in navigator)) throw new Error('the browser has no service workers');
  try {
    return await navigator.serviceWorker.register(serviceWorkerUrl(), {
      scope: withBase('/'),
      updateViaCache: 'none',
    });
  } catch (cause) {
    // A `TypeError` stands for the network elsewhere; here the site may have no worker.
    throw new Error('the service worker could not be registered', { cause });
  }
}

function awaitLoad(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
  });
}
