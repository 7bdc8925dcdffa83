import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Packs are compressed as they are. */
const isCompressed = (file: string): boolean => file.endsWith('.pack');

/** A built site on loopback, as a host would serve it. */
export interface CompressedSite {
  url: URL;
  /** What was asked for so far, workers included: what, when, in ms since some moment, and how many bytes it had. */
  requests: readonly { path: string; beginMs: number; bytes: number }[];
  stop(): Promise<void>;
}

/**
 * Serves a built site as hosts do: compressed with gzip, cacheable for some minutes.
 * @param extra pages besides it: HTML by path
 */
export async function serveCompressed(
  folder: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<CompressedSite> {
  const zipped = new Map<string, Promise<Buffer>>();
  const requests: { path: string; beginMs: number; bytes: number }[] = [];
  const server = createServer(async ({ url = '/' }, response) => {
    const beginMs = performance.now();
    const path = normalize(decodeURIComponent(new URL(url, 'http://x').pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const known = zipped.get(file) ?? read(file);
    zipped.set(file, known);
    try {
      const body = await known;
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      if (!isCompressed(file)) response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Content-Length', body.length);
      response.setHeader('Cache-Control', 'max-age=600');
      requests.push({ path: file, beginMs, bytes: body.length });
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  const read = async (file: string): Promise<Buffer> => {
    const content = extra[file] ?? (await readFile(join(folder, file)));
    return isCompressed(file) ? Buffer.from(content) : gzipSync(content);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    url: new URL(`http://127.0.0.1:${port}/`),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
