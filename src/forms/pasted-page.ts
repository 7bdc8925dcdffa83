import type { Capture, CaptureEntry, PaperFacts } from '../capture/capture.ts';
import { parseLines } from '../capture/parse-capture.ts';
import { splitLines } from '../capture/split-blocks.ts';
import { type PlacedFacts, stripFurniture } from './furniture.ts';
import { isMarkdownPage, readMarkdownPage } from './markdown-page.ts';

/**
 * A page pasted as text, or saved as Markdown: of a day, of a search, of a topic, or of trending papers.
 * @param text normalised
 * @throws {CaptureError} with all faults of the text
 */
export function readPastedPage(file: string, text: string): Capture {
  const { lines: page, ids } = isMarkdownPage(text)
    ? readMarkdownPage(text)
    : { lines: splitLines(text), ids: new Map<number, string>() };
  const { lines, facts, rest } = stripFurniture(page);
  const capture = parseLines(file, lines);
  const entries = facts.length === 0 ? capture.entries : withoutDoubles(capture.entries);
  return {
    ...capture,
    entries: placeFacts(entries, facts, ids),
    header: [...capture.header, ...rest.map((line) => line.text)],
  };
}

/** The trending page shows its first entries twice, for wide and for narrow screens. */
function withoutDoubles(entries: readonly CaptureEntry[]): CaptureEntry[] {
  return entries
    .filter(
      ({ title, abstract }, i) =>
        !(entries[i - 1]?.title === title && entries[i - 1]?.abstract === abstract),
    )
    .map((entry, i) => ({ ...entry, rank: i + 1 }));
}

function placeFacts(
  entries: readonly CaptureEntry[],
  placed: readonly PlacedFacts[],
  ids: ReadonlyMap<number, string>,
): CaptureEntry[] {
  let next = 0;
  return entries.map((entry, i) => {
    const end = entries[i + 1]?.line ?? Number.POSITIVE_INFINITY;
    const arxivId = ids.get(entry.line);
    const facts: PaperFacts = arxivId === undefined ? {} : { arxivId };
    // Those above the title, then those below its abstract.
    for (let fact = placed[next]; fact; fact = placed[++next]) {
      const isBelow = fact.of === 'below';
      if (isBelow ? fact.line > entry.line : fact.line > end) break;
      Object.assign(facts, fact.facts);
    }
    return Object.keys(facts).length === 0 ? entry : { ...entry, facts };
  });
}
