import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The module that Vite adds to load the style sheets of a dynamic import. */
const preloadHelper = '\0vite/preload-helper.js';

/** What the site needs of Astro and Vite, in builds and in dev. */
export function siteIntegration(): AstroIntegration {
  return {
    name: 'dayleaf',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Pages have a policy only in builds: the dev server puts styles and a script into them. This is not
        // `import.meta.env.PROD`, which an environment variable can change.
        const define = { isBuilt: JSON.stringify(command === 'build') };
        updateConfig({ vite: { define, plugins: [modulePlugin] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.replace(/\?.*$/, '').endsWith('/sw.js')) return next();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(unregisteringWorker);
        });
      },
    },
  };
}

const modulePlugin: Plugin = {
  name: 'dayleaf-modules',
  enforce: 'pre',
  // No dynamic import has style sheets here, and the helper would be a kilobyte of every page.
  load: (id) =>
    id === preloadHelper ? 'export const __vitePreload = (load) => load();' : undefined,
  // KaTeX's style sheet also names woff and ttf fonts: 40 files that no browser of the last ten years fetches.
  transform: (code, id) =>
    /katex(\.min)?\.css/.test(id)
      ? code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]+"\)/g, '')
      : undefined,
};

/**
 * A service worker that unregisters itself. Without it, a browser would show what it keeps of the site that
 * `npm start` served at the same address.
 */
const unregisteringWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()
  .then(() => clients.matchAll({ type: 'window' }))
  .then((all) => Promise.all(all.map((client) => client.navigate(client.url))))));`;
