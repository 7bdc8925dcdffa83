/** Largest length allowed in a formula, in em. The largest in 9,576 papers is 3.7. */
const longest = 10;
/** Largest sum of negative margins allowed in a formula, in em. `\!` is 0.17. */
const mostBack = 3;

/**
 * Whether a typeset formula stays within its place in a line. `\kern{-60em}` would put it on top of the surrounding
 * text, `\rule{20em}{20em}` would cover that.
 * @param styles values of the style attributes in KaTeX's HTML, whose lengths are in em
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
