import type { Paper } from '../archive/archive.ts';
import type { Correction } from '../corrections/corrections.ts';
import { digest } from './digest.ts';

/**
 * What a record is known by: a digest of what it is made of.
 * @param version that of the code and the model
 */
export function recordKey(
  { wordings, sightings }: Pick<Paper, 'wordings' | 'sightings'>,
  corrections: readonly Correction[],
  version: string,
): string {
  return digest(version, wordings, sightings[sightings.length - 1].wording, corrections);
}
