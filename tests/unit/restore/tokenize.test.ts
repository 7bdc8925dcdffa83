import { describe, expect, it } from 'vitest';
import { isGluedMath } from '../../../src/restore/is-glued-math.ts';
import { tokenize } from '../../../src/restore/tokenize.ts';

const split = (text: string): string[] => {
  const t = tokenize(text);
  return Array.from({ length: t.count }, (_, i) => text.slice(t.starts[i], t.ends[i]));
};

describe('tokenize', () => {
  it.each<[string, string[]]>([
    ['O(n^2) time', ['O', '(', 'n', '^', '2', ')', 'time']],
    ['LLMtimesMapReduce', ['LLM', 'times', 'MapReduce']],
    ['muP and Schrödinger π_0', ['mu', 'P', 'and', 'Schrödinger', 'π', '_', '0']],
    ['the kth of 16', ['the', 'k', 'th', 'of', '16']],
    ['sometimes multimedia', ['sometimes', 'multimedia']],
  ])('%s', (text, tokens) => {
    expect(split(text)).toEqual(tokens);
  });
});

describe('isGluedMath', () => {
  it.each(['ntoinfty', 'stimes', 'sll', 'Rln', 'nlog', 'epsilonin', 'proptoleft', 'Rin'])(
    '%s',
    (run) => {
      expect(isGluedMath(run)).toBe(true);
    },
  );
  it.each(['network', 'banana', 'Transformer', 'xyz', 'MCTS', 'UniPic'])('not %s', (run) => {
    expect(isGluedMath(run)).toBe(false);
  });
});
