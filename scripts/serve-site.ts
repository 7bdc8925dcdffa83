import { preview } from 'astro';
import { siteFolder } from './build-site.ts';

/** A built site on a server of this machine. */
export interface ServedSite {
  /** Address of the home page, which ends with a slash. */
  url: URL;
  stop(): Promise<void>;
}

/**
 * Serves a built site as `npm start` does, on a free port of 127.0.0.1.
 * @param base path that the site was built for
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
