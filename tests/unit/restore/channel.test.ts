import { describe, expect, it } from 'vitest';
import { channel, traceChannel } from '../../../src/restore/channel.ts';

// The table of CHANNEL.md, row by row.
const TABLE: [author: string, capture: string][] = [
  ['$R\\in\\mathbb{R}^{s\\times d}$ with $s\\ll d$', 'RinR^{stimes d} with sll d'],
  ['$\\tilde{\\mathcal{O}}(T^{2/3})$', 'mathcal{O}(T^{2/3})'],
  ['$\\widetilde{\\mathcal{O}}(T^{2/3})$', 'mathcal{O}(T^{2/3})'],
  ['$\\tilde{\\mathcal O}(K)$', 'mathcal O(K)'],
  ['$\\mathcal{O}(n)$', 'O(n)'],
  ['$\\frac{1}{2}-\\epsilon$', '1{2}-epsilon'],
  ['$\\epsilon^{-\\frac{1+p}{p}}$', 'epsilon^{-1+p{p}}'],
  ['$\\sqrt{\\sigma_{1:T}^2}$', 'sigma_{1:T^2}'],
  ['$\\sqrt{\\mathcal{C}_\\Phi/m}$', 'mathcal{C_Phi/m}'],
  ['$Q^{\\pi_{\\texttt{sft}}}$', 'Q^{pi_{sft}}'],
  ['$\\sqrt[3]{\\log n}$', 'sqrt[3]{log n}'],
  ['$\\propto\\left(d/m\\right)^{1/2}$', 'proptoleft(d/mright)^{1/2}'],
  ['$\\{g(1),\\ldots\\}$, $\\|x\\|$', '{g(1),ldots}, |x|'],
  ['$\\sim$$4\\times$', 'sim4times'],
  ['\\underline{\\textbf{D}}irect', '\\textbf{D}irect'],
  ['\\textit{Evo\\textbf{L}ved S\\textbf{i}gn}', 'Evo\\textbf{Lved Sign}'],
  ['\\href{U}{T}, \\cite{k}, \\footnote{t}', 'U{T}, k, t'],
  ...[
    '16\\%',
    'na\\"ive',
    "Milenkovi\\'c",
    '{\\it x}',
    '{\\em x}',
    '{\\alpha}',
    '\\ie',
    '~',
    '--',
    "``x''",
    '<x>',
    '$100K',
  ].map((s): [string, string] => [s, s]),
];

describe('channel', () => {
  it.each(TABLE)('%s', (author, capture) => {
    expect(channel(author)).toBe(capture);
    expect(traceChannel(author).text).toBe(capture);
  });
  it('follows each formula to its place', () => {
    const { text, formulas } = traceChannel('For \\emph{any} $\\mathbb{R}^d$ and $\\sqrt{n}$.');
    expect(formulas.map((f) => [text.slice(f.start, f.end), f.raw, f.r1])).toEqual([
      ['R^d', '\\mathbb{R}^d', 'R^d'],
      ['n', '\\sqrt{n}', 'n'],
    ]);
  });
});
