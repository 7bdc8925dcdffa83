import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The service worker of a build as one classic script. Browsers look whether it has changed to see
 * whether the site has, so the build's name is in it.
 */
export async function bundleServiceWorker(buildName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/offline/service-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { __BUILD__: JSON.stringify(buildName) },
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * A worker that ends itself: the dev server has the address that `npm start` has, and without it a browser
 * would go on showing what it keeps of the built site.
 */
export const farewell = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()
  .then(() => clients.matchAll({ type: 'window' }))
  .then((all) => Promise.all(all.map((client) => client.navigate(client.url))))));`;
