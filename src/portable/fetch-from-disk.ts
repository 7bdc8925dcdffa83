import { scriptOf } from './script-of.ts';

/** What a script contains of a file: its text, or its bytes. */
type Content = string | Uint8Array<ArrayBuffer>;

/** Replaces `fetch`: pages come from a frame, other files from scripts. Rejects if there is no such file. */
export const fetchFromDisk = async (address: string): Promise<Response> =>
  new Response(
    /\.html(?:[?#]|$)/.test(address)
      ? await readPage(address)
      : await readFile(address.replace(/[?#].*$/s, '')),
  );

declare global {
  /** Called by scripts with files, see `classic-script.ts`. */
  var dayleafFile: (path: string, content: Content) => void;
}

/** Files of scripts that have run, by their paths in the folder. */
const files = new Map<string, Content>();
globalThis.dayleafFile = (path, content) => {
  files.set(path, content);
};

/**
 * A file, from the script that contains it.
 * @param address relative to the page: `../../search/words.txt`
 * @throws {Error} if there is no such script
 */
async function readFile(address: string): Promise<Content> {
  const { folder = '' } = document.documentElement.dataset;
  const path = address.slice(folder.length);
  await runScript(folder + scriptOf(path));
  const content = files.get(path);
  if (content === undefined) throw new Error(`${scriptOf(path)} does not contain ${path}`);
  return content;
}

/** Scripts that run or have run, by their addresses. */
const scripts = new Map<string, Promise<void>>();

/** Runs a script once. @throws {Error} if it is not in the folder */
function runScript(src: string): Promise<void> {
  const known = scripts.get(src);
  if (known) return known;
  const script = Object.assign(document.createElement('script'), { src });
  const run = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      scripts.delete(src);
      reject(new Error(`${src} is not in the folder`));
    });
  }).finally(() => script.remove());
  scripts.set(src, run);
  document.head.append(script);
  return run;
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
