import { makeElement } from './elements.ts';

/** Downloads a text as a file. */
export function downloadFile(text: string, name: string, mediaType: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  makeElement('a', { href, download: name }).click();
  // By then the browser has read the file.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
