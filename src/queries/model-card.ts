import card from '../restore/model.json';

/** What the restorer reaches on one set of abstracts; shares are 0 to 1. */
export interface ModelFigures {
  /** What kind of abstracts they are. */
  name: string;
  /** How many abstracts. */
  abstracts: number;
  /** How many formulas their authors wrote. */
  formulas: number;
  /** Share of formulas whose place was found: F1 of precision and recall. */
  found: number;
  /** Share of formulas whose every command is right, as far as its backslash was deleted. */
  withCommands: number;
  /** Share of formulas that are the authors' entirely. */
  exact: number;
  /** Share of abstracts without any formula in which one was marked. */
  falseInProse: number;
}

const names: Readonly<Record<string, string>> = {
  'arxiv_dev.jsonl.gz': 'arXiv, much mathematics',
  'hf_dev.jsonl.gz': 'Daily Papers, much prose',
};

/** The figures of the model's card. */
export function getModelFigures(): ModelFigures[] {
  return card.figures.map((row) => ({
    name: names[row.set] ?? row.set,
    abstracts: row.docs,
    formulas: row.goldSpans,
    found: row.spanF1,
    withCommands: row.exactBackslashes,
    exact: row.exactLatex,
    falseInProse: row.proseDocsWithMathPct / 100,
  }));
}

/** How many papers the model was trained on. */
export function countTrainingPapers(): number {
  return card.data.reduce((sum, { papers }) => sum + papers, 0);
}
