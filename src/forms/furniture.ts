import type { PaperFacts } from '../capture/capture.ts';
import { makeIsoDate, type NamedDay, parseDateLine } from '../capture/parse-date.ts';
import { hasSeveralSentences, readsAsTitle } from '../capture/prose.ts';
import type { Line } from '../capture/split-blocks.ts';

/** Facts on lines of a page, and whether the paper that they are of stands above or below. */
export interface PlacedFacts {
  line: number;
  of: 'above' | 'below';
  facts: PaperFacts;
}

/** A page's lines without those around its papers, and what these say. */
export interface BarePage {
  lines: Line[];
  facts: PlacedFacts[];
  /** The lines that were taken out and say nothing of a paper. */
  rest: Line[];
}

const votes = /^(?:\d{1,3}(?:,\d{3})*|\d+(?:\.\d)?k|-)$/;
const separator = /^[·•]$/;
const authorCount = /^(?:[·•] ?)?(\d{1,4}) authors?$/;
const wholeNumber = /^\d{1,6}$/;
const linkNumber = /^\[\d{1,3}\] ?(?=\S)/;
const upvote = /^Upvote(?: +\d+)?$/;
const footer =
  /^(?:Company|TOS|Privacy|About|Careers|Website|Models|Datasets|Spaces|Pricing|Docs|System theme|Previous|Next|Load more|© ?(?:\d{4} )?Hugging Face)$/i;

/**
 * Takes the lines around the papers of a search, topic or trending page out: votes above a title; organisation or number
 * of authors, `·`, date and number of comments below an abstract; buttons; the page's end. A text without such lines,
 * as the pages of a day are, comes back as it is.
 */
export function stripFurniture(page: readonly Line[]): BarePage {
  const lines = withoutLinkNumbers(page);
  const taken = new Set<number>();
  const facts: PlacedFacts[] = [];
  const take = (from: number, to: number): void => {
    for (let i = from; i <= to; i++) taken.add(i);
  };
  for (let i = 1; i < lines.length - 1; i++) {
    const tail = readTail(lines, i);
    if (!tail) continue;
    take(tail.from, tail.to);
    facts.push({ line: lines[tail.from]?.line ?? 0, of: 'above', facts: tail.facts });
  }
  const starts = lines.flatMap((_, i) => (!taken.has(i) && isVotes(lines, i, taken) ? [i] : []));
  const hasTails = facts.length > 0;
  for (const i of starts) {
    // On other pages a number with a blank line or an abstract below it may be a title.
    const isAboveTitle = isAdjacent(lines, i) && readsAsTitle(lines[i + 1]?.text ?? '');
    if (!hasTails && !isAboveTitle) continue;
    take(i, i);
    facts.push({ line: lines[i]?.line ?? 0, of: 'below', facts: readVotes(lines[i]?.text ?? '') });
  }
  if (facts.length === 0) return { lines: [...lines], facts, rest: [] };
  lines.forEach(({ text }, i) => {
    if (upvote.test(text)) taken.add(i);
  });
  const said = new Set(taken);
  for (let i = lines.length - 1; i >= 0 && (taken.has(i) || footer.test(lines[i]?.text ?? '')); i--)
    taken.add(i);
  return {
    lines: lines.filter((_, i) => !taken.has(i)),
    facts: facts.sort((a, b) => a.line - b.line),
    rest: lines.filter((_, i) => taken.has(i) && !said.has(i)),
  };
}

/** Text browsers number links: `[12]Title`. */
function withoutLinkNumbers(lines: readonly Line[]): readonly Line[] {
  if (lines.filter(({ text }) => linkNumber.test(text)).length < 3) return lines;
  return lines
    .filter(
      ({ text }) =>
        !/^(?:\[?\d+[\].]|References|Visible links:?) ?(?:https?:\/\/\S+)?$/.test(text) ||
        votes.test(text),
    )
    .map((line) => ({ ...line, text: line.text.replace(linkNumber, '') }));
}

/** Whether the next line follows without a blank one. */
const isAdjacent = (lines: readonly Line[], i: number): boolean =>
  lines[i + 1]?.line === (lines[i]?.line ?? 0) + 1;

/** What stands below an abstract, around its separator at `i`. */
function readTail(
  lines: readonly Line[],
  i: number,
): { from: number; to: number; facts: PaperFacts } | undefined {
  const date = parseDateLine(lines[i + 1]?.text ?? '');
  if (!separator.test(lines[i]?.text ?? '') || !date || date.isImpossible) return undefined;
  const above = lines[i - 1]?.text ?? '';
  const count = authorCount.exec(above)?.[1];
  const isOrganisation = count === undefined && above.length <= 100 && !hasSeveralSentences(above);
  const comments = lines[i + 2]?.text ?? '';
  const next = lines[i + 3]?.text;
  // A number directly above a text, or apart from the date, is the next paper's votes, unless votes follow it.
  const hasComments =
    wholeNumber.test(comments) &&
    ((isAdjacent(lines, i + 1) && !isAdjacent(lines, i + 2)) ||
      next === undefined ||
      votes.test(next));
  return {
    from: count !== undefined || isOrganisation ? i - 1 : i,
    to: hasComments ? i + 2 : i + 1,
    facts: {
      ...(count !== undefined && { authorCount: Number(count) }),
      ...(isOrganisation && { organisation: above }),
      ...readPublished(date),
      ...(hasComments && { comments: Number(comments) }),
    },
  };
}

function readPublished({ year, month, day }: NamedDay): PaperFacts {
  if (year === undefined) return { publishedDay: { month, day } };
  const published = makeIsoDate(year, month, day);
  return published === undefined ? {} : { published };
}

/** Whether a line is the votes of the paper below it. */
function isVotes(lines: readonly Line[], i: number, taken: ReadonlySet<number>): boolean {
  const isBlockStart = i === 0 || taken.has(i - 1) || !isAdjacent(lines, i - 1);
  const next = lines[i + 1];
  return (
    votes.test(lines[i]?.text ?? '') && isBlockStart && next !== undefined && !votes.test(next.text)
  );
}

function readVotes(text: string): PaperFacts {
  const thousands = /^(.*)k$/.exec(text)?.[1];
  if (text === '-') return {};
  return {
    votes:
      thousands === undefined
        ? Number(text.replaceAll(',', ''))
        : Math.round(1000 * Number(thousands)),
  };
}
