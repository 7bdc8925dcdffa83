import { normaliseSeed } from './normalise-seed.ts';
import { joinLines, splitBlocks, splitLines } from './split-blocks.ts';

/** The paragraphs of a text whose lines may be wrapped, each on one line, letters as captured. */
export const unwrap = (text: string): string[] =>
  splitBlocks(splitLines(normaliseSeed(text))).map(joinLines);
