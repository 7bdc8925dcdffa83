import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { explainRefusal } from '../../../src/render/explain-refusal.ts';
import { argumentCounts } from '../../../src/render/group-arguments.ts';
import { toFeedHtml } from '../../../src/render/to-feed-html.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { KATEX_COMMANDS } from '../../../src/restore/katex-commands.ts';
import { isLong } from '../../tier.ts';
import { typesetSegments } from './typeset-segments.ts';

/** The elements that have not as many arguments as they must. */
function findMiscounted(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, children }) => {
    const count = argumentCounts[tagName];
    if (count !== undefined && children.length !== count)
      found.push(`${tagName} has ${children.length}`);
  });
  return found;
}

const set = (latex: string) => typesetSegments({ captured: 'x', latex });

describe('the arguments of MathML are as many as they must be', () => {
  it('where a name of a function stands alone in a script', () => {
    expect(toFeedHtml(set('\\sigma_{\\max}^2'))).toContain(
      '<msubsup><mi>σ</mi><mrow><mi>max</mi><mo>\u2061</mo></mrow><mn>2</mn></msubsup>',
    );
  });

  const places: [string, (latex: string) => string][] = [
    ['a script', (latex: string) => `x_{${latex}}`],
    ['one of two scripts', (latex: string) => `x_{a}^{${latex}}`],
    ['a base', (latex: string) => `{${latex}}^2_a`],
    ['a fraction', (latex: string) => `\\frac{${latex}}{2}`],
    ['a root', (latex: string) => `\\sqrt[${latex}]{x}`],
    ['what an accent stands over', (latex: string) => `\\tilde{${latex}}\\underset{${latex}}{x}`],
  ];
  // Outside of the long tier each command is tried in one place and with one number of arguments.
  it.each(places.map(([name, place], at) => [name, place, at] as const))(
    'where each command of KaTeX stands in %s',
    (_, place, at) => {
      const tried = [...KATEX_COMMANDS]
        .filter((_, i) => isLong || i % places.length === at)
        .flatMap((name, i) => {
          const forms = [`\\${name}`, `\\${name}{a}`, `\\${name}{a}{b}`];
          return isLong ? forms : forms.slice(i % 3, (i % 3) + 1);
        })
        .map(place)
        .filter((latex) => explainRefusal(latex) === undefined);
      expect(tried.length).toBeGreaterThan(isLong ? 1000 : 50);
      const found = tried.flatMap((latex) =>
        [toHtml, toFeedHtml].flatMap((render) =>
          findMiscounted(render(set(latex))).map((fault) => `${latex}: ${fault}`),
        ),
      );
      expect(found).toEqual([]);
    },
  );
});
