import type { AstroIntegration } from 'astro';
import { farewell } from './bundle-service-worker.ts';

/** Ends, in dev, the service worker that a built site has left at the address of the dev server. */
export function devWorker(): AstroIntegration {
  return {
    name: 'dayleaf-dev-worker',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.replace(/\?.*$/, '').endsWith('/sw.js')) return next();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(farewell);
        });
      },
    },
  };
}
