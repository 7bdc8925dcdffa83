import { describe, expect, it } from 'vitest';
import { formulaToText } from '../../../src/render/formula-to-text.ts';

describe('formulaToText', () => {
  it.each([
    // Letters and faces
    ['k', 'k'],
    ['\\epsilon', 'ϵ'],
    ['\\varepsilon', 'ε'],
    ['\\mu', 'μ'],
    ['\\ell_1', 'ℓ₁'],
    ['\\alpha\\beta', 'αβ'],
    ['\\alpha \\beta', 'αβ'],
    ['\\mathbb{R}^d', 'ℝᵈ'],
    ['\\mathbb{E}[X]', '𝔼[X]'],
    ['\\mathcal{O}(n)', 'O(n)'],
    ['\\mathbf{x}', 'x'],
    ['{\\bf x}', 'x'],
    ['k\\text{-means}', 'k-means'],
    ['x \\text{ if } y', 'x if y'],
    // Scripts
    ['x_1', 'x₁'],
    ['x_{12}', 'x₁₂'],
    ['x_{ij}', 'xᵢⱼ'],
    ['x^{-1}', 'x⁻¹'],
    ['O(n^2)', 'O(n²)'],
    ['T^{2/3}', 'T^(2/3)'],
    ['x_i^2', 'xᵢ²'],
    ['2^{2^n}', '2^(2ⁿ)'],
    ['R^{s\\times d}', 'R^(s×d)'],
    ['A_{i,j}', 'A_(i,j)'],
    ['A^\\top', 'A^⊤'],
    ["f'(x)", 'f′(x)'],
    ['x^*', 'x*'],
    ['90^\\circ', '90°'],
    ['\\lambda_{\\max}', 'λₘₐₓ'],
    // Fractions and roots
    ['\\frac{1}{2}', '½'],
    ['\\frac12', '½'],
    ['\\frac{a+b}{2}', '(a+b)/2'],
    ['\\frac{a}{bc}', 'a/(bc)'],
    ['\\frac{a^2}{b^2}', 'a²/b²'],
    ['\\frac{1}{n}\\sum_{i=1}^n x_i', '1/n ∑ᵢ₌₁ⁿ xᵢ'],
    ['c\\frac{a}{b}', 'c a/b'],
    ['3\\frac{1}{2}', '3 1/2'],
    ['n^{\\frac{1}{2}}', 'n^½'],
    ['\\sqrt{n}', '√n'],
    ['\\sqrt{kn}', '√(kn)'],
    ['\\sqrt{x^2}', '√(x²)'],
    ['\\sqrt[3]{x}', '∛x'],
    ['\\sqrt[n]{x}', 'ⁿ√x'],
    ['\\binom{n}{k}', '(n choose k)'],
    // Marks
    ['\\hat{x}_t', 'x̂ₜ'],
    ['\\tilde{\\mathcal{O}}(n)', 'Õ(n)'],
    ['\\bar y', 'ȳ'],
    ['\\not=', '≠'],
    ['\\neq', '≠'],
    // Names
    ['\\log n', 'log n'],
    ['2\\log n', '2 log n'],
    ['O(n^2\\log\\epsilon^{-1})', 'O(n² log ϵ⁻¹)'],
    ['\\log^2 n', 'log² n'],
    ['\\arg\\max_\\theta f', 'arg max_θ f'],
    ['\\operatorname{poly}(n)', 'poly(n)'],
    // Spaces
    ['a \\le b', 'a ≤ b'],
    ['a\\le b', 'a ≤ b'],
    ['x := y', 'x := y'],
    ['\\geq 2', '≥2'],
    ['a\\times b', 'a × b'],
    ['256\\times256', '256×256'],
    ['a + b', 'a + b'],
    ['a+b', 'a+b'],
    ['x=-1', 'x = -1'],
    ['x\\,dx', 'x dx'],
    ['f:X\\to Y', 'f:X → Y'],
    ['x\\in\\{0,1\\}^n', 'x ∈ {0,1}ⁿ'],
    ['\\mathbb{E}_{x\\sim p}', '𝔼_(x∼p)'],
    // Brackets
    ['\\left( x \\right)', '(x)'],
    ['\\left\\{ x \\right.', '{x'],
    ['\\|x\\|_2', '‖x‖₂'],
    ['\\lceil n/2\\rceil', '⌈n/2⌉'],
    ['\\begin{pmatrix}a & b\\\\c & d\\end{pmatrix}', '(a, b; c, d)'],
    ['\\leftarrow', '←'],
    // What is not known or not whole
    ['\\foo{x}', 'foox'],
    ['x^', 'x'],
    ['\\frac{1', '1/'],
    ['}{', ''],
    ['', ''],
  ])('prints %s as %s', (latex, text) => {
    expect(formulaToText(latex)).toBe(text);
  });

  it('is not undone by depth', () => {
    const deep = '{'.repeat(20_000);
    expect(formulaToText(`x^${deep}`)).toBe('x');
    expect(formulaToText('^'.repeat(20_000))).toBe('');
    expect(formulaToText('\\sqrt'.repeat(20_000))).not.toBe('');
  });
});
