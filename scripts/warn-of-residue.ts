import type { Capture } from '../src/capture/capture.ts';
import { seedLabel } from '../src/capture/seed-name.ts';
import type { PaperHead } from '../src/records/paper-record.ts';
import { cleanSegments, listAsCaptured } from '../src/render/clean-segments.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { readModel } from '../src/store/read-model.ts';
import type { SoundArchive } from './register-seeds.ts';

const mostShown = 10;

/** A place of a capture that is shown as captured. */
interface Residue {
  /** As a person knows it: `seeds/2025-03-11.txt`. */
  file: string;
  line: number;
  text: string;
}

/**
 * Warnings of places that look like LaTeX and are not understood: they are shown as captured, and the maintainer
 * may correct them. Never a failure.
 * @returns lines to print; none where all is understood
 */
function describeResidue(places: readonly Residue[]): string[] {
  if (places.length === 0) return [];
  const rest = places.length - mostShown;
  return [
    'warning: this looks like LaTeX that is not understood; it is shown as captured, and npm run correct mends it:',
    ...places.slice(0, mostShown).map(({ file, line, text }) => `  ${file}:${line}  ${text}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** The same of captures whose papers have no records yet. */
export function warnOfResidue(captures: readonly Capture[]): string[] {
  if (captures.length === 0) return [];
  const restorer = createRestorer(readModel());
  return describeResidue(
    captures.flatMap(({ file, entries }) =>
      entries.flatMap(({ title, abstract, line }) =>
        [title, abstract]
          .flatMap((text) => listAsCaptured(cleanSegments(restorer.restore(text))))
          .map((text) => ({ file, line, text })),
      ),
    ),
  );
}

/**
 * The same of captures that the ledger did not know.
 * @param heads heads of records, by slug
 */
export function warnOfNewResidue(
  { archive, seeds: { captures, ledger = '' } }: SoundArchive,
  heads: ReadonlyMap<string, PaperHead>,
): string[] {
  const unknown = captures.filter(({ sha256 }) => !ledger.includes(sha256));
  const slugs = new Map(
    archive.papers.flatMap(({ slug, listings }) =>
      listings.map(({ capture, rank }) => [`${seedLabel(capture)} ${rank}`, slug] as const),
    ),
  );
  return describeResidue(
    unknown.flatMap(({ file, entries }) =>
      entries.flatMap(({ line }, i) => {
        const head = heads.get(slugs.get(`${file} ${i + 1}`) ?? '');
        return (head?.asCaptured ?? []).map((text) => ({ file, line, text }));
      }),
    ),
  );
}
