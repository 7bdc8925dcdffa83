import type { Capture } from './capture.ts';
import { decodeSeed } from './decode-seed.ts';
import { parseCapture } from './parse-capture.ts';
import { CaptureError, type Problem } from './problem.ts';
import { checkSeedName } from './seed-name.ts';

/**
 * The capture that a seed file holds, from its name and bytes.
 *
 * @param file the file's name for people, e.g. `seeds/2025-03-11.txt`
 * @throws {CaptureError} with the problems of the name and of the bytes or, where these can be
 *   decoded, of the text
 */
export function readCapture(file: string, bytes: Uint8Array): Capture {
  let problems: Problem[] = checkSeedName(file);
  let capture: Capture | undefined;
  try {
    capture = parseCapture(file, decodeSeed(file, bytes));
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    problems = problems.concat(error.problems);
  }
  if (problems.length > 0 || !capture) throw new CaptureError(problems);
  return capture;
}
