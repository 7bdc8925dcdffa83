import type { Paper } from '../archive/archive.ts';
import { restoreCorrected } from '../corrections/apply-corrections.ts';
import type { Correction } from '../corrections/corrections.ts';
import { placeInPaper } from '../corrections/place-corrections.ts';
import { explainRefusal } from '../render/explain-refusal.ts';
import { createRestorer } from '../restore/create-restorer.ts';
import { restoreKnown } from '../restore/restore-known.ts';
import type { Segment } from '../restore/segments.ts';
import { readModel } from '../store/read-model.ts';

/** What a revision of a paper is restored from. */
export type RestorablePaper = Pick<Paper, 'revisions' | 'listings' | 'latex'>;

/**
 * Returns a function that restores a revision of a paper with the project's model. Where the authors' own text is known,
 * their formulas take the place of restored ones, and the maintainer's corrections that of both.
 */
export function openPaperRestorer() {
  const { restore } = createRestorer(readModel());
  const isSettable = (latex: string): boolean => explainRefusal(latex) === undefined;
  return (
    paper: RestorablePaper,
    corrections: readonly Correction[],
    revision: number,
  ): { title: Segment[]; abstract: Segment[] } =>
    restoreCorrected(
      paper.revisions[revision],
      (captured, part) => {
        const raw = paper.latex?.[part];
        if (raw === undefined) return restore(captured);
        return restoreKnown(captured, raw, restore, isSettable);
      },
      placeInPaper(paper, corrections)[revision].edits,
    );
}
