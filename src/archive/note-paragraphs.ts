import type { Capture } from '../capture/capture.ts';
import { quote } from '../capture/problem.ts';

/** How many abstracts are named. */
const mostNamed = 5;

/**
 * Sentences on abstracts of several paragraphs. Where a title was not copied, the abstract under it
 * reads just like a further paragraph of the one above: only a person can tell.
 */
export function noteParagraphs(captures: readonly Pick<Capture, 'file' | 'entries'>[]): string[] {
  const notes = captures.flatMap(({ file, entries }) =>
    entries.flatMap(({ title, abstract, line }) => {
      const paragraphs = abstract.split('\n\n').length;
      if (paragraphs === 1) return [];
      const what = `the abstract of ${quote(title)} has ${paragraphs} paragraphs`;
      return [`${file}:${line}: ${what}: is a title missing?`];
    }),
  );
  const more = notes.length - mostNamed;
  return more <= 0
    ? notes
    : [...notes.slice(0, mostNamed), `and ${more} more abstracts of several paragraphs.`];
}
