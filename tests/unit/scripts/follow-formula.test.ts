import { describe, expect, it } from 'vitest';
import { expandMacros, followFormula } from '../../../scripts/train/follow-formula.ts';
import { mergeHidden } from '../../../scripts/train/learn-vocabulary.ts';
import { makeExample } from '../../../scripts/train/make-example.ts';
import { channel } from '../../../src/restore/channel.ts';
import { indexVocabulary } from '../../../src/restore/list-candidates.ts';

const index = indexVocabulary({
  visible: ['in', 'sqrt', 'mathcal', 'times', 'epsilon', 'frac', 'sigma'],
  hidden: ['mathbb', 'mathcal', 'sqrt', 'frac', 'tilde'],
});
const visible = new Map(index.visible.flat().map((c) => [c.name, c]));
const hidden = mergeHidden(index.hidden);

describe('followFormula', () => {
  it.each([
    'R\\in\\mathbb{R}^{s\\times d}',
    '\\widetilde{\\mathcal{O}}(T^{2/3})',
    '\\frac{1}{2}-\\epsilon',
    '\\sqrt{\\sigma_{1:T}^2}',
    '\\{a\\}\\%',
  ])('follows %s to the end of its capture', (raw) => {
    const steps = followFormula(raw, visible, hidden);
    const last = steps?.at(-1);
    expect(last).toBeDefined();
    const captured = channel(`$${raw}$`);
    expect(last?.state.at).toBeLessThanOrEqual(captured.length);
    expect(last?.state.at).toBeGreaterThanOrEqual(captured.length - 8);
  });
  it.each(['\\unknown x', 'a}', '{a', '\\sqrt{\\{a\\}}', 'x^'])('gives up on %s', (raw) => {
    expect(followFormula(raw, visible, hidden)).toBeNull();
  });
});

describe('expandMacros', () => {
  it('writes blackboard letters out, unless R1 would see it', () => {
    expect(expandMacros('x\\in\\R^d')).toBe('x\\in\\mathbb{R}^d');
    expect(expandMacros('\\sqrt{\\R')).toBe('\\sqrt{\\R');
  });
});

describe('makeExample', () => {
  it('labels formulas, takes in numbers glued on and leaves typography out', () => {
    const { tokens, labels, spans } = makeExample(
      'A 20$\\times$ gain of $99\\%$ in $\\mathbb{R}^d$.',
    );
    expect(spans.map((s) => [tokens.text.slice(s.start, s.end), s.raw])).toEqual([
      ['20times', '20\\times'],
      ['R^d', '\\mathbb{R}^d'],
    ]);
    expect([...labels.subarray(0, tokens.count)].join('')).toBe('013000001230');
  });
});
