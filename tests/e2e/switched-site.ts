import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { mediaType } from '../../src/packs/media-type.ts';

/** A site at an address that stays, whose build can be changed, and whose server can end and come back. */
export interface SwitchedSite {
  readonly url: string;
  /** Paths asked for since the last `forget`, without the base. */
  readonly asked: string[];
  forget(): void;
  /** From now on it is the site of this folder. */
  publish(folder: string): void;
  /** Decides what happens to a request before it is answered; `true` breaks the connection off. */
  interfere(meddle: (path: string) => Promise<boolean> | boolean): void;
  end(): Promise<void>;
  begin(): Promise<void>;
}

/** Serves a folder under a base until it is told otherwise. */
export async function makeSwitchedSite(first: string, base: string): Promise<SwitchedSite> {
  let folder = first;
  let server: Server | undefined;
  let port = 0;
  let meddle: (path: string) => Promise<boolean> | boolean = () => false;
  const asked: string[] = [];

  async function answer(address: string, response: ServerResponse): Promise<void> {
    const pathname = normalize(decodeURIComponent(new URL(address, 'http://x').pathname));
    const path = pathname.slice(base.length);
    asked.push(path);
    if (await meddle(path)) {
      response.destroy();
      return;
    }
    const file = path.replace(/(^|\/)$/, '$1index.html');
    const known = pathname.startsWith(base) && (await read(file));
    const content = known || (await read('404.html')) || '';
    response.writeHead(known ? 200 : 404, {
      'Content-Type': mediaType(known ? file : '404.html'),
      // As hosts do who know nothing of builds: what was fetched a moment ago is fresh.
      'Cache-Control': path === 'sw.js' ? 'no-cache' : 'max-age=60',
    });
    response.end(content);
  }
  const read = (file: string): Promise<Buffer | undefined> =>
    readFile(join(folder, file)).catch(() => undefined);

  const site: SwitchedSite = {
    get url() {
      return `http://127.0.0.1:${port}${base}`;
    },
    asked,
    forget: () => asked.splice(0),
    publish: (next) => {
      folder = next;
    },
    interfere: (next) => {
      meddle = next;
    },
    end: () =>
      new Promise((resolve) => {
        if (!server) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
        server = undefined;
      }),
    begin: () =>
      new Promise((resolve) => {
        if (server) return resolve();
        const begun = createServer((request, response) => {
          answer(request.url ?? '/', response).catch(() => response.destroy());
        });
        server = begun;
        begun.listen(port, '127.0.0.1', () => {
          port = (begun.address() as AddressInfo).port;
          resolve();
        });
      }),
  };
  await site.begin();
  return site;
}
