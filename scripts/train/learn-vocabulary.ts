import { KATEX_COMMANDS } from '../../src/restore/katex-commands.ts';
import { KATEX_MACROS } from '../../src/restore/katex-macros.ts';
import { canonicalName, countArguments, type Vocabulary } from '../../src/restore/vocabulary.ts';

// Commands of KaTeX that do not belong in a formula of one line, or that only change what follows.
const UNWANTED = new Set(
  `begin end def let gdef xdef edef global long newcommand renewcommand providecommand href url includegraphics htmlClass htmlData htmlId htmlStyle color textcolor colorbox fcolorbox
  message errmessage show relax expandafter noexpand futurelet cr hline hdashline above atop brace brack genfrac char verb raisebox rule kern mkern mskip hskip hspace tag notag nonumber middle
  newline substack smash phantom hphantom vphantom llap rlap clap mathllap mathrlap mathclap mathchoice TextOrMath begingroup endgroup bgroup egroup footnotesize tiny small large Large LARGE huge Huge sixptsize normalsize scriptsize
  c d r u v k b H blue red green gray orange pink purple ch th sh tg sec sect space cfrac bra ket braket Bra Ket Braket i j o O l L ae oe aa AA ss real P S star_ angl angln sp sout`.split(
    /\s+/,
  ),
);
// Synonyms: as a removed command leaves nothing, one of each is enough.
const REDUNDANT_HIDDEN = new Set(
  'widetilde widehat overline textrm mbox hbox textup operatorname dfrac bm Bbb frak bold textnormal'.split(
    ' ',
  ),
);

/** A removed command must be used so many times as often as a visible one. */
const HIDDEN_FACTOR = 4;

/**
 * The commands that KaTeX with `KATEX_MACROS` renders and authors use at least `least` times; of
 * hidden synonyms only one.
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
  // Commands of four letters or more are distinctive in a capture, however rare. A one-letter macro
  // (`\R`) looks like a letter and is learned as `\mathbb{R}`.
  for (const name of KATEX_COMMANDS)
    if (name.length > 3 && !name.startsWith('math') && !name.startsWith('text'))
      visible.set(name, Math.max(least, visible.get(name) ?? 0));
  return {
    visible: often(visible, least)
      .filter((name) => name.length > 1)
      .filter((name) => !(`\\${name}` in KATEX_MACROS) || !KATEX_MACROS[`\\${name}`].includes('#')),
    hidden: often(hidden, least * HIDDEN_FACTOR).filter(
      (name) => countArguments(name) > 0 && !REDUNDANT_HIDDEN.has(name),
    ),
  };
}

/** For each hidden command, redundant ones included, the one that the decoder writes. */
export function mergeHidden<T extends { name: string }>(hidden: readonly T[]): Map<string, T> {
  const byMeaning = new Map(hidden.map((h) => [canonicalName(h.name), h]));
  const map = new Map(hidden.map((h) => [h.name, h]));
  for (const name of REDUNDANT_HIDDEN) {
    const h = byMeaning.get(canonicalName(name));
    if (h && !map.has(name)) map.set(name, h);
  }
  return map;
}
