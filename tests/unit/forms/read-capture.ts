import { readSeed, type SeedCapture } from '../../../src/forms/read-seed.ts';

/** The only capture of a seed. */
export function readCapture(file: string, bytes: Uint8Array): SeedCapture {
  const [capture, ...others] = readSeed(file, bytes);
  if (!capture || others.length > 0) throw new Error(`${file} has ${others.length + 1} captures.`);
  return capture;
}
