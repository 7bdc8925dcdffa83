import { type Problem, problemOfFile, quote } from './problem.ts';
import { readsAsTitle } from './prose.ts';
import type { PairedUnit } from './reading.ts';

/**
 * Finds what is wrong with the entries of a capture: each orphan, or that there are none.
 *
 * @param isDated false if no date was found: the first block may be a date line that was not
 *   understood, and gets no second problem
 */
export function findEntryProblems(
  file: string,
  units: readonly PairedUnit[],
  isDated: boolean,
): Problem[] {
  if (units.length === 0) {
    const message = 'The capture has a header and no papers.';
    const hint =
      'copy the page down to its last abstract; a paper is its title, a blank line and its abstract.';
    return [problemOfFile(file, 'entry/none', message, hint)];
  }
  return units.flatMap(({ unit: { line, column, text }, role }, index) => {
    if (role !== 'orphan' || (index === 0 && !isDated)) return [];
    const explained = readsAsTitle(text)
      ? explainNoAbstract(text, units[index + 1]?.unit.text)
      : explainNoTitle(text, index === 0);
    return [{ file, line, column, ...explained }];
  });
}

type Explanation = Pick<Problem, 'code' | 'message' | 'hint'>;

function explainNoAbstract(title: string, next: string | undefined): Explanation {
  const found =
    next === undefined ? 'the file ends here' : `${quote(next)} looks like another title`;
  return {
    code: 'entry/no-abstract',
    message: `The title ${quote(title)} has no abstract after it.`,
    hint: `an abstract is the next block after a blank line; ${found}.`,
  };
}

function explainNoTitle(abstract: string, isFirst: boolean): Explanation {
  return {
    code: 'entry/no-title',
    message: `The abstract ${quote(abstract)} has no title before it.`,
    hint: isFirst
      ? 'the first block after the date line is a title; put the title above this one, with a blank line between.'
      : 'put its title above it, with a blank line between; if it continues the abstract above, remove the blank line between the two.',
  };
}
