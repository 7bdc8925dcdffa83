import type { Capture } from './capture.ts';
import { decodeSeed } from './decode-seed.ts';
import { parseCapture } from './parse-capture.ts';
import { CaptureError } from './problem.ts';
import { checkSeedName } from './seed-name.ts';

/**
 * The capture that a seed file holds, from its name and bytes.
 *
 * @param file the file's name for people, e.g. `seeds/2025-03-11.txt`
 * @throws {CaptureError} with the problem of the name, else with those of the bytes or, where these
 *   can be decoded, of the text
 */
export function readCapture(file: string, bytes: Uint8Array): Capture {
  const problems = checkSeedName(file);
  // What is no capture by its name has no faults of a capture.
  if (problems.length > 0) throw new CaptureError(problems);
  return parseCapture(file, decodeSeed(file, bytes));
}
