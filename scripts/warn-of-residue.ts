import type { Capture } from '../src/capture/capture.ts';
import { seedLabel } from '../src/capture/seed-name.ts';
import type { PaperHead } from '../src/records/paper-record.ts';
import { cleanSegments, listAsCaptured } from '../src/render/clean-segments.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { readModel } from '../src/store/read-model.ts';
import type { SoundArchive } from './register-seeds.ts';

const mostShown = 10;

/** A part of a capture that is shown as captured. */
interface Residue {
  /** Name for messages: `seeds/2025-03-11.txt`. */
  file: string;
  line: number;
  text: string;
}

/**
 * Warns of text that looks like LaTeX and could not be restored.
 * @returns lines to print; empty if there is no such text
 */
function describeResidue(places: readonly Residue[]): string[] {
  if (places.length === 0) return [];
  const rest = places.length - mostShown;
  return [
    'warning: this looks like LaTeX that could not be restored; it is shown as captured, and npm run correct corrects it:',
    ...places.slice(0, mostShown).map(({ file, line, text }) => `  ${file}:${line}  ${text}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** Warnings about captures whose papers have no records yet; see `describeResidue`. */
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
 * Warnings about captures that the ledger did not contain; see `describeResidue`.
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
