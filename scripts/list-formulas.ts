import type { Revision } from '../src/archive/archive.ts';
import { findPlaces, parts } from '../src/corrections/find-places.ts';
import {
  type FormulaSegment,
  isFormula,
  joinCaptured,
  type Segment,
} from '../src/restore/segments.ts';

/** Segments of a title and an abstract. */
export type RestoredTexts = Record<(typeof parts)[number], Segment[]>;

/** Characters of context before and after a formula. */
const contextLength = 36;

/**
 * The formulas of a revision as lines of text, three for each: number, part, origin or probability, and captured
 * text (with the number of the occurrence, if there are several), its LaTeX, and its context.
 */
export function listFormulas(revision: Revision, restored: RestoredTexts): string[] {
  const lines: string[] = [];
  let number = 0;
  for (const part of parts) {
    let at = 0;
    for (const segment of restored[part]) {
      const start = at;
      at += joinCaptured([segment]).length;
      if (!isFormula(segment)) continue;
      const { captured, latex } = segment;
      const sureness = describeOrigin(segment);
      const head = `${++number}`.padStart(3);
      const which = describeOccurrence(revision, { part, start, captured });
      lines.push(
        `${head}  ${part.padEnd(8)}  ${sureness.padStart(9)}  ${oneLine(captured)}${which}`,
        `${' '.repeat(26)}$${latex}$`,
        `${' '.repeat(26)}${describeContext(revision[part], start, at)}`,
      );
    }
  }
  return lines.length > 0 ? lines : ['  no formula'];
}

function describeOrigin({ corrected, original, probability = 1 }: FormulaSegment): string {
  if (corrected) return 'corrected';
  return original ? "authors'" : `${Math.round(probability * 100)} %`;
}

function describeOccurrence(
  revision: Revision,
  span: { part: (typeof parts)[number]; start: number; captured: string },
): string {
  const { part, start, captured } = span;
  const places = findPlaces(revision, { paper: '', captured, latex: null });
  const index = places.findIndex((place) => place.part === part && place.start === start);
  if (places.length < 2) return '';
  return index < 0 ? '  (within a word)' : `  (occurrence ${index + 1} of ${places.length})`;
}

function describeContext(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - contextLength), start).replace(/^\S*\s/, '');
  const after = text.slice(end, end + contextLength).replace(/\s\S*$/, '');
  return `… ${oneLine(`${before}›${text.slice(start, end)}‹${after}`)} …`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
