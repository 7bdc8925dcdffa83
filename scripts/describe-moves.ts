import type { Archive } from '../src/archive/archive.ts';
import { count, quote } from '../src/capture/problem.ts';
import { dayPath, paperPath } from '../src/permalinks.ts';

/**
 * What a change of the seeds does to addresses, as sentences: which days and papers move, which have no capture any
 * more, and which days are new.
 */
export function describeMoves(before: Archive, after: Archive): string[] {
  const lines = [...describeDays(before, after), ...describePapers(before, after)];
  return lines.length === 0 ? ['No address changes.'] : lines;
}

function describeDays(before: Archive, after: Archive): string[] {
  const days = new Map(after.days.map((day) => [day.date, day]));
  const retired = new Map(after.retiredDays.map((day) => [day.date, day]));
  const old = before.days.flatMap(({ date, captures }) => {
    const path = dayPath(date);
    const left = days.get(date)?.captures.length;
    if (left === captures.length) return [];
    if (left !== undefined) return [`${path} stays, with ${count(left, 'capture')}.`];
    const gone = retired.get(date);
    if (!gone) return [describeUnknown(path)];
    return gone.movedTo
      ? [`${path} redirects to ${dayPath(gone.movedTo)}.`]
      : [`${path} has no capture any more: its page says so.`];
  });
  const known = new Set(before.days.map(({ date }) => date));
  const added = after.days.filter(({ date }) => !known.has(date));
  return [...old, ...added.map(({ date }) => `${dayPath(date)} is new.`)];
}

function describePapers(before: Archive, after: Archive): string[] {
  const papers = new Map(after.papers.map((paper) => [paper.identity, paper]));
  const retired = new Set(after.retiredPapers.flatMap((p) => [p.slug, ...p.formerSlugs]));
  return before.papers.flatMap(({ slug, identity, revisions }) => {
    const path = paperPath(slug);
    const now = papers.get(identity);
    if (now) return now.slug === slug ? [] : [`${path} redirects to ${paperPath(now.slug)}.`];
    if (!retired.has(slug)) return [describeUnknown(path)];
    const title = quote(revisions[0]?.title ?? slug);
    return [`${path} has no capture any more: its page says so, and names ${title}.`];
  });
}

const describeUnknown = (path: string): string =>
  `${path} does not exist any more: the ledger did not have it yet.`;
