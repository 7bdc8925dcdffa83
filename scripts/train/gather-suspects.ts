import { traceChannel } from '../../src/restore/channel.ts';
import { findSuspects } from '../../src/restore/find-suspects.ts';
import type { Model } from '../../src/restore/model-format.ts';
import { isTypography } from './make-example.ts';
import type { JudgeExample } from './train-judge.ts';

const EDGE = /[0-9.,;:\s]/;

/** A place without the numbers, stops and spaces at its edges, as a key. */
function keyPlace(text: string, start: number, end: number): string {
  while (start < end && EDGE.test(text[start])) start++;
  while (end > start && EDGE.test(text[end - 1])) end--;
  return start === end ? '' : `${start}:${end}`;
}

/**
 * What the model suspects in an author's text, against what the author wrote; `latex` holds the
 * author's formula for each suspect that is one.
 */
export function gatherSuspects(
  model: Model,
  raw: string,
): JudgeExample & { latex: (string | undefined)[] } {
  const { text, formulas } = traceChannel(raw);
  const care = new Map(
    formulas
      .filter((f) => !isTypography(f.raw))
      .map((f) => [keyPlace(text, f.start, f.end), f.raw]),
  );
  const free = new Set(
    formulas.filter((f) => isTypography(f.raw)).map((f) => keyPlace(text, f.start, f.end)),
  );
  const suspects = findSuspects(model, text);
  const keys = suspects.map((s) => keyPlace(text, s.start, s.end));
  return {
    text,
    suspects,
    truth: keys.map((k) => (k === '' || free.has(k) ? -1 : care.has(k) ? 1 : 0)),
    latex: keys.map((k) => care.get(k)),
  };
}
