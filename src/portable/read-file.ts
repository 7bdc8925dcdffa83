/** The texts that scripts have handed over, by their paths from the folder's root. */
const texts = new Map<string, string>();

declare global {
  /** Takes the text of a file: what stands in its script calls it, see `classic-script.ts`. */
  var dayleafFile: (path: string, text: string) => void;
}

globalThis.dayleafFile = (path, text) => {
  texts.set(path, text);
};

/**
 * The text of a file of the folder: from the script beside it, for pages on disk may run files and not
 * read them.
 * @param address relative to the page: `../../search/words.txt`
 * @throws {Error} where there is no such script
 */
export async function readFile(address: string): Promise<string> {
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
  // Who asked keeps it.
  texts.delete(path);
  if (text === undefined) throw new Error(`${path}.js does not hold ${path}`);
  return text;
}
