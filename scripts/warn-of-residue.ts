import type { Capture } from '../src/capture/capture.ts';
import { listAsCaptured } from '../src/render/list-as-captured.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { readModel } from '../src/store/read-model.ts';

const mostShown = 10;

/**
 * Warnings of what new captures hold that looks like LaTeX and is not understood: it is shown as
 * captured, and the keeper may correct it. Never a failure.
 * @returns lines to print; none where all is understood
 */
export function warnOfResidue(captures: readonly Capture[]): string[] {
  if (captures.length === 0) return [];
  const restorer = createRestorer(readModel());
  const places = captures.flatMap(({ file, entries }) =>
    entries.flatMap(({ title, abstract, line }) =>
      [title, abstract]
        .flatMap((text) => listAsCaptured(restorer.restore(text)))
        .map((place) => `  ${file}:${line}  ${place}`),
    ),
  );
  if (places.length === 0) return [];
  const rest = places.length - mostShown;
  return [
    'warning: this looks like LaTeX that is not understood; it is shown as captured, and npm run correct mends it:',
    ...places.slice(0, mostShown),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}
