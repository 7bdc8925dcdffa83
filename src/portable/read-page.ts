/** The name of a frame whose page is wanted as a text. */
const frameName = 'dayleaf-source';

/** How long a page is waited for, in milliseconds: one that is there answers in a moment. */
const patienceMs = 15_000;

/**
 * The HTML of another page of the folder: the page is opened in a frame that nobody sees and says what
 * it is, for files on disk cannot read one another.
 * @param address relative to this page: `../../search/index.html`
 * @throws {Error} where no page of the edition answers
 */
export function readPage(address: string): Promise<string> {
  const frame = document.createElement('iframe');
  frame.name = frameName;
  frame.hidden = true;
  frame.src = address;
  return new Promise<string>((resolve, reject) => {
    const end = (): void => {
      removeEventListener('message', take);
      clearTimeout(timer);
      frame.remove();
    };
    const take = ({ source, data }: MessageEvent): void => {
      if (source !== frame.contentWindow || typeof data !== 'string') return;
      end();
      resolve(data);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${address} does not answer`));
    }, patienceMs);
    addEventListener('message', take);
    document.body.append(frame);
  });
}

/**
 * Answers as `readPage` expects, with links that lead to the same places from any page.
 * @returns whether the page is in such a frame, so that nothing else is to be done
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
