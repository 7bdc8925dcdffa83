/** The longest length of a formula, in em: those of 9,576 papers have 3.7 at the most. */
const longest = 10;
/** How far the parts of a formula may go back over others, in em, all together: `\!` is a sixth. */
const mostBack = 3;

/**
 * Whether all lengths of a typeset formula are such as a line of text has room for. `\kern{-60em}` would lay it
 * over the text around it, `\rule{20em}{20em}` black that out.
 * @param styles the style attributes of KaTeX's HTML, whose lengths are in em
 */
export function hasBoundedLengths(styles: Iterable<string>): boolean {
  let back = 0;
  for (const style of styles) {
    for (const [, name = '', value] of style.matchAll(/([a-z-]+):\s*(-?[\d.]+)em/g)) {
      const length = Number(value);
      if (Math.abs(length) > longest) return false;
      if (name.startsWith('margin') && length < 0) back -= length;
    }
  }
  return back <= mostBack;
}
