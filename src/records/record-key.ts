import type { Paper } from '../archive/archive.ts';
import type { Correction } from '../corrections/corrections.ts';
import { digest } from './text-digest.ts';

/**
 * What a record is known by: a digest of what it is made of.
 * @param version that of the code and the model
 */
export function recordKey(
  { revisions, listings }: Pick<Paper, 'revisions' | 'listings'>,
  corrections: readonly Correction[],
  version: string,
): string {
  return digest(version, revisions, listings[listings.length - 1].revision, corrections);
}
