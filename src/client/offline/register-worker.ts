import { serviceWorkerUrl, withBase } from '../../urls.ts';

let registering: Promise<ServiceWorkerRegistration> | undefined;

/**
 * Registers the service worker, once the page has loaded what it needs.
 * @throws {Error} where the browser has none, or does not allow it
 */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  registering ??= awaitLoad().then(() => {
    if (!('serviceWorker' in navigator)) throw new Error('the browser has no service workers');
    return navigator.serviceWorker.register(serviceWorkerUrl(), {
      scope: withBase('/'),
      updateViaCache: 'none',
    });
  });
  return registering;
}

function awaitLoad(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
  });
}
