import { type CaptureProblem, quote, WHOLE_FILE } from './problem.ts';
import { readsAsTitle } from './prose.ts';
import type { PairedUnit } from './reading.ts';

/**
 * What is wrong with the entries of a capture: each orphan, or that there are none.
 *
 * @param isDated false where no date was found: the first block may be a date line that was not
 *   understood, and gets no second problem
 */
export function findEntryProblems(
  file: string,
  units: readonly PairedUnit[],
  isDated: boolean,
): CaptureProblem[] {
  if (units.length === 0) return [noEntries(file)];
  return units.flatMap(({ unit, role }, index) => {
    if (role !== 'orphan' || (index === 0 && !isDated)) return [];
    const { line, column, text } = unit;
    const place = { file, line, column };
    return readsAsTitle(text)
      ? [{ ...place, ...noAbstract(text, units[index + 1]?.unit.text) }]
      : [{ ...place, ...noTitle(text, index === 0) }];
  });
}

type Revision = Pick<CaptureProblem, 'code' | 'message' | 'hint'>;

function noAbstract(title: string, next: string | undefined): Revision {
  const found =
    next === undefined ? 'the file ends here' : `${quote(next)} looks like another title`;
  return {
    code: 'entry/no-abstract',
    message: `The title ${quote(title)} has no abstract after it.`,
    hint: `an abstract is the next block after a blank line; ${found}.`,
  };
}

function noTitle(abstract: string, isFirst: boolean): Revision {
  return {
    code: 'entry/no-title',
    message: `The abstract ${quote(abstract)} has no title before it.`,
    hint: isFirst
      ? 'the first block after the date line is a title; put the title above this one, with a blank line between.'
      : 'put its title above it, with a blank line between; if it goes on with the abstract above, remove the blank line between the two.',
  };
}

function noEntries(file: string): CaptureProblem {
  return {
    file,
    ...WHOLE_FILE,
    code: 'entry/none',
    message: 'The capture has a header and no papers.',
    hint: 'copy the page down to its last abstract; a paper is its title, a blank line and its abstract.',
  };
}
