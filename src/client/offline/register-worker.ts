import { serviceWorkerUrl, withBase } from '../../urls.ts';

/** Key in `localStorage` that is set while the whole archive is being downloaded, so that the next page resumes. */
export const downloadingKey = `dayleaf-keeping ${withBase('/')}`;

let registering: Promise<ServiceWorkerRegistration> | undefined;

/**
 * Registers the service worker once the page has loaded.
 * @throws {Error} if the browser has no service workers or does not allow this one
 */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  registering ??= register();
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  if (!('serviceWorker' in navigator)) throw new Error('the browser has no service workers');
  try {
    return await navigator.serviceWorker.register(serviceWorkerUrl(), {
      scope: withBase('/'),
      updateViaCache: 'none',
    });
  } catch (cause) {
    // Not a `TypeError`, which means a network failure elsewhere: the site may have no worker.
    throw new Error('the service worker could not be registered', { cause });
  }
}
