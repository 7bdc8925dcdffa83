import type { Position } from './problem.ts';

/** A line that is not blank, without the spaces around it, and where it begins. */
export interface Line extends Position {
  text: string;
}

/** One or more lines without a blank line between them. */
export type Block = [Line, ...Line[]];

/** The lines of a normalised text that are not blank. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trimStart();
    const column = line.length - trimmed.length + 1;
    if (trimmed !== '') lines.push({ text: trimmed, line: index + 1, column });
  }
  return lines;
}

/** Splits lines into blocks at blank lines. */
export function splitBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (open?.at(-1)?.line === line.line - 1) open.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/**
 * Joins wrapped lines with a space between them.
 *
 * A line that ends in a hyphen after a letter or digit is joined without the space and keeps the
 * hyphen: tools that wrap text (Python's `textwrap`, mail programs) break after the hyphens that
 * are there, `state-of-` / `the-art`, and do not hyphenate words themselves. Before `and`, `or`,
 * `to` the space stays: `pre-` / `and post-training`.
 */
export function joinLines(lines: readonly Line[]): string {
  const joined = lines.map(({ text }, index) => {
    const next = lines[index + 1]?.text ?? '';
    const isBroken =
      /[\p{L}\p{N}]-$/u.test(text.slice(-3)) && /^(?!(?:and|or|to)\b)[\p{L}\p{N}]/iu.test(next);
    return next === '' || isBroken ? text : `${text} `;
  });
  return joined.join('');
}
