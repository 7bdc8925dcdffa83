const pair = (from: string, to: string): [string, string][] => {
  const written = [...to];
  return [...from].map((c, i) => [c, written[i]]);
};

/** Superscript characters. */
export const superscripts: ReadonlyMap<string, string> = new Map([
  ...pair('0123456789+-=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'),
  ...pair('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  ...pair('ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'),
  ...pair('βγδθφχ', 'ᵝᵞᵟᶿᵠᵡ'),
  // These are superscripts already.
  ...pair('*′″†‡°', '*′″†‡°'),
]);

/** Subscript characters. */
export const subscripts: ReadonlyMap<string, string> = new Map([
  ...pair('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
  ...pair('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
  ...pair('βγρφχ', 'ᵦᵧᵨᵩᵪ'),
]);

/** Characters for fractions, by `1/2`; their decomposition has U+2044 for the slash. */
export const vulgarFractions: ReadonlyMap<string, string> = new Map(
  [...'½⅓⅔¼¾⅕⅙⅛'].map((c) => [c.normalize('NFKD').replace('\u2044', '/'), c]),
);

/** Commands for accents, and their combining characters. */
export const accentCommands: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['underline', '\u0332'],
  ['vec', '\u20D7'],
  ['overrightarrow', '\u20D7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030C'],
  ['breve', '\u0306'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['mathring', '\u030A'],
  ['not', '\u0338'],
]);

/** Commands that only change the font of their argument. */
export const faceCommands: ReadonlySet<string> = new Set([
  ...['mathbf', 'mathrm', 'mathit', 'mathsf', 'mathtt', 'mathcal', 'mathscr', 'mathfrak'],
  ...['mathnormal', 'boldsymbol', 'bm', 'bold', 'pmb', 'mathop', 'mathrel', 'mathbin', 'mathord'],
  ...['mathopen', 'mathclose', 'mathpunct', 'underbrace', 'overbrace', 'boxed', 'mathstrut'],
]);

/** Commands whose argument is text, including its spaces. */
export const textCommands: ReadonlySet<string> = new Set([
  ...['text', 'textrm', 'textbf', 'textit', 'textsf', 'texttt', 'textsc', 'textnormal'],
  ...['mbox', 'hbox', 'emph', 'tag'],
]);

/** Names of functions, which need a space: `\log n` is log n. */
export const operators: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim
  liminf limsup ln log max min mod bmod Pr sec sin sinh sup tan tanh`.split(/\s+/),
);

/** Commands that print nothing. */
export const silentCommands: ReadonlySet<string> = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle
  textstyle scriptstyle scriptscriptstyle limits nolimits rm it bf sf tt cal mathstrut nonumber
  notag protect ensuremath relax`.split(/\s+/),
);

/** What commands print for which the table of symbols has nothing or another character. */
export const printed: Readonly<Record<string, string>> = {
  '{': '{',
  '}': '}',
  '|': '‖',
  lbrace: '{',
  rbrace: '}',
  lvert: '|',
  rvert: '|',
  vert: '|',
  lVert: '‖',
  rVert: '‖',
  Vert: '‖',
  prime: '′',
  circ: '∘',
  colon: ':',
  lt: '<',
  gt: '>',
  dots: '…',
  ldots: '…',
  dotsc: '…',
  cdots: '⋯',
  dotsb: '⋯',
  coloneqq: '≔',
  top: '⊤',
  nabla: '∇',
  mu: 'μ',
  emptyset: '∅',
  triangle: '△',
  degree: '°',
  imath: 'ı',
  jmath: 'ȷ',
  land: '∧',
  lor: '∨',
  implies: '⟹',
  iff: '⟺',
};

/** Relations, which have spaces around them. */
export const relation =
  /^(?::=|[=<>≤≥≠≈≡∼≃≅≍≐≔≜≝∈∉∋∌⊂⊃⊆⊇⊊⊋⊄⊑⊒→←↔⇒⇐⇔⟶⟵⟹⟸⟺↦⟼↪↠⇀⇌≪≫≲≳⩽⩾⪅⪆≺≻⪯⪰≼≽∝∣∤∥⊥⊢⊣⊨≀↑↓]\u0338?)$/u;

/** Binary operations, which have spaces if the author wrote some. */
export const binary = /^[+\-−*±∓×÷·⋅∪∩∖∘∧∨⊕⊗⊖⊙∗⋆]$/u;
