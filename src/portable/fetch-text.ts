import type * as ordinary from '../client/page/fetch-text.ts';

/** Replaces `src/client/page/fetch-text.ts`: pages come from a frame, other texts from scripts. */
export const fetchText: typeof ordinary.fetchText = (address) =>
  /\.html(?:[?#]|$)/.test(address) ? readPage(address) : readFile(address);

/** Texts of scripts that have been loaded, by their paths in the folder. */
const texts = new Map<string, string>();

declare global {
  /** Called by the script of a file, see `classic-script.ts`. */
  var dayleafFile: (path: string, text: string) => void;
}

globalThis.dayleafFile = (path, text) => {
  texts.set(path, text);
};

/**
 * The text of a file, from the script beside it: pages on disk may run files but not read them.
 * @param address relative to the page: `../../search/words.txt`
 * @throws {Error} if there is no such script
 */
async function readFile(address: string): Promise<string> {
  const { folder = '' } = document.documentElement.dataset;
  const path = address.slice(folder.length);
  const script = document.createElement('script');
  script.src = `${address}.js`;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${path}.js is not in the folder`)));
    document.head.append(script);
  });
  script.remove();
  const text = texts.get(path);
  texts.delete(path);
  if (text === undefined) throw new Error(`${path}.js does not contain ${path}`);
  return text;
}

/** The name of a frame whose page posts its HTML. */
const frameName = 'dayleaf-source';
/** A page that exists answers within moments. */
const patienceMs = 15_000;

/**
 * The HTML of another page, which is opened in a hidden frame: files on disk cannot read one another.
 * @param address relative to this page: `../../search/index.html`
 * @throws {Error} if no page of the edition answers
 */
async function readPage(address: string): Promise<string> {
  const frame = Object.assign(document.createElement('iframe'), {
    ...{ name: frameName, hidden: true, src: address },
  });
  const done = new AbortController();
  try {
    return await new Promise<string>((resolve, reject) => {
      const take = ({ source, data }: MessageEvent): void => {
        if (source === frame.contentWindow && typeof data === 'string') resolve(data);
      };
      addEventListener('message', take, { signal: done.signal });
      setTimeout(() => reject(new Error(`${address} does not answer`)), patienceMs);
      document.body.append(frame);
    });
  } finally {
    done.abort();
    frame.remove();
  }
}

/**
 * Posts the HTML of this page if it is in a frame of `readPage`, with links that are valid on any page.
 * @returns whether it is, so that nothing else is started
 */
export function answerAsFrame(): boolean {
  if (window.name !== frameName || window.parent === window) return false;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]'))
    link.setAttribute('href', link.href);
  for (const form of document.querySelectorAll('form[action]'))
    form.setAttribute('action', (form as HTMLFormElement).action);
  // Files have no origin that could be named.
  window.parent.postMessage(document.documentElement.outerHTML, '*');
  return true;
}
