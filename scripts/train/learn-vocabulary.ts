import { KATEX_COMMANDS } from '../../src/restore/katex-commands.ts';
import { KATEX_MACROS } from '../../src/restore/katex-macros.ts';
import { canonicalName, countArguments, type Vocabulary } from '../../src/restore/vocabulary.ts';

// Commands KaTeX knows that have no business in a formula of one line, or that only change what
// follows.
const UNWANTED = new Set(
  `begin end def let gdef xdef edef global long newcommand renewcommand providecommand href url includegraphics htmlClass htmlData htmlId htmlStyle color textcolor colorbox fcolorbox
  message errmessage show relax expandafter noexpand futurelet cr hline hdashline above atop brace brack genfrac char verb raisebox rule kern mkern mskip hskip hspace tag notag nonumber middle
  newline substack smash phantom hphantom vphantom llap rlap clap mathllap mathrlap mathclap mathchoice TextOrMath begingroup endgroup bgroup egroup footnotesize tiny small large Large LARGE huge Huge sixptsize normalsize scriptsize
  c d r u v k b H blue red green gray orange pink purple ch th sh tg sec sect space cfrac bra ket braket Bra Ket Braket i j o O l L ae oe aa AA ss real P S star_ angl angln sp sout`.split(
    /\s+/,
  ),
);
// Spellings the decoder need not tell apart when nothing of them is left: one of each is enough.
const REDUNDANT_HIDDEN = new Set([
  'widetilde',
  'widehat',
  'overline',
  'textrm',
  'mbox',
  'hbox',
  'textup',
  'operatorname',
  'dfrac',
  'bm',
  'Bbb',
  'frak',
  'bold',
  'textnormal',
]);

/**
 * The commands authors use `least` times or more and KaTeX (with its macro table) renders; hidden
 * ones are one per meaning, the most natural spelling.
 */
export function learnVocabulary(formulas: Iterable<string>, least: number): Vocabulary {
  const visible = new Map<string, number>();
  const hidden = new Map<string, number>();
  for (const raw of formulas) {
    for (const [, name, brace] of raw.matchAll(/\\([a-zA-Z]+)(\{)?/g)) {
      visible.set(name, (visible.get(name) ?? 0) + 1);
      if (brace) hidden.set(name, (hidden.get(name) ?? 0) + 1);
    }
  }
  const isKnown = (name: string): boolean =>
    (KATEX_COMMANDS.has(name) && !UNWANTED.has(name)) || `\\${name}` in KATEX_MACROS;
  const often = (counts: Map<string, number>, n: number): string[] =>
    [...counts]
      .filter(([name, c]) => c >= n && isKnown(name))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name]) => name);
  // Commands of four letters and more are unmistakable in a capture, however rare; a one-letter
  // macro (`\R`) leaves no trace and is learned as `\mathbb{R}`.
  for (const name of KATEX_COMMANDS)
    if (name.length > 3 && !name.startsWith('math') && !name.startsWith('text'))
      visible.set(name, Math.max(least, visible.get(name) ?? 0));
  return {
    visible: often(visible, least)
      .filter((name) => name.length > 1)
      .filter((name) => !(`\\${name}` in KATEX_MACROS) || !KATEX_MACROS[`\\${name}`].includes('#')),
    hidden: often(hidden, least * 4).filter(
      (name) => countArguments(name) > 0 && !REDUNDANT_HIDDEN.has(name),
    ),
  };
}

/** Maps each hidden spelling, redundant ones included, to the one the model writes. */
export function mergeHidden<T extends { name: string }>(hidden: readonly T[]): Map<string, T> {
  const byMeaning = new Map(hidden.map((h) => [canonicalName(h.name), h]));
  const map = new Map(hidden.map((h) => [h.name, h]));
  for (const name of REDUNDANT_HIDDEN) {
    const h = byMeaning.get(canonicalName(name));
    if (h && !map.has(name)) map.set(name, h);
  }
  return map;
}
