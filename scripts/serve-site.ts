import { preview } from 'astro';
import { siteFolder } from './build-site.ts';

/** A built site on loopback. */
export interface ServedSite {
  /** Its address, with the base and a slash at the end. */
  url: URL;
  stop(): Promise<void>;
}

/**
 * Serves a built site as `npm start` does, on a free port of this machine.
 * @param folder where it was built; the usual place by default
 * @param base path that it was built for
 */
export async function serveSite(folder = siteFolder(), base = '/'): Promise<ServedSite> {
  const server = await preview({
    logLevel: 'error',
    outDir: folder,
    base,
    server: { port: 0, host: '127.0.0.1' },
  });
  return { url: new URL(base, `http://127.0.0.1:${server.port}`), stop: () => server.stop() };
}
