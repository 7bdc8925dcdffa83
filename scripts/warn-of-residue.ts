import type { Capture } from '../src/capture/capture.ts';
import { cleanSegments, listAsCaptured } from '../src/render/clean-segments.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { readModel } from '../src/store/read-model.ts';

const mostShown = 10;

/** A place of a capture that is shown as captured. */
interface Residue {
  /** As a person knows it: `seeds/2025-03-11.txt`. */
  file: string;
  line: number;
  text: string;
}

/**
 * Warnings of places that look like LaTeX and are not understood: they are shown as captured, and the keeper
 * may correct them. Never a failure.
 * @returns lines to print; none where all is understood
 */
export function describeResidue(places: readonly Residue[]): string[] {
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
