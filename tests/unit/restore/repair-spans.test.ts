import { describe, expect, it } from 'vitest';
import { describeTokens } from '../../../src/restore/describe-tokens.ts';
import { repairSpans } from '../../../src/restore/repair-spans.ts';
import { tokenize } from '../../../src/restore/tokenize.ts';

/**
 * Repairs one span, given as the text with `«…»` around it, and shows what is left in the same
 * way.
 */
function repair(marked: string): string {
  const text = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const tokens = tokenize(text);
  const at = (offset: number, edges: Int32Array): number =>
    edges.subarray(0, tokens.count).indexOf(offset);
  const description = describeTokens(tokens, { bits: 4, uses: new Uint8Array(4) });
  const [span] = repairSpans(tokens, description, [
    { from: at(start, tokens.starts), to: at(end, tokens.ends), probability: 0.9 },
  ]);
  if (!span) return text;
  const [a, b] = [tokens.starts[span.from], tokens.ends[span.to]];
  return `${text.slice(0, a)}«${text.slice(a, b)}»${text.slice(b)}`;
}

describe('repairSpans', () => {
  it.each<[string, string]>([
    ['vectors («τ_t)» enable', 'vectors («τ_t») enable'],
    ['on «(0,1]» and', 'on «(0,1]» and'],
    ['of 1,024«^2» pixels', 'of «1,024^2» pixels'],
    ['a «sim»0.5 point', 'a «sim0.5» point'],
    ['the ResNet50«^2» net', 'the ResNet50«^2» net'],
    ['Norouzi«{-}»Fard', 'Norouzi{-}Fard'],
    ['uses «\\alpha» here', 'uses \\alpha here'],
    ['a «(b» c', 'a («b» c'],
  ])('%s', (before, after) => {
    expect(repair(before)).toBe(after);
  });
});
