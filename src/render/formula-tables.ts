const pair = (from: string, to: string): [string, string][] => {
  const written = [...to];
  return [...from].map((c, i) => [c, written[i]]);
};

/** Characters that Unicode has raised. */
export const superscripts: ReadonlyMap<string, string> = new Map([
  ...pair('0123456789+-=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'),
  ...pair('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  ...pair('ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'),
  ...pair('βγδθφχ', 'ᵝᵞᵟᶿᵠᵡ'),
  // These are raised as they are.
  ...pair('*′″†‡°', '*′″†‡°'),
]);

/** Characters that Unicode has lowered. */
export const subscripts: ReadonlyMap<string, string> = new Map([
  ...pair('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
  ...pair('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
  ...pair('βγρφχ', 'ᵦᵧᵨᵩᵪ'),
]);

/** Fractions that are one character. */
export const vulgarFractions: ReadonlyMap<string, string> = new Map([
  ['1/2', '½'],
  ['1/3', '⅓'],
  ['2/3', '⅔'],
  ['1/4', '¼'],
  ['3/4', '¾'],
  ['1/5', '⅕'],
  ['1/6', '⅙'],
  ['1/8', '⅛'],
]);

/** Commands that set a mark over or under their argument, and that mark as a combining character. */
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

/** Commands that change the face of their argument: readable text has one face. */
export const faceCommands: ReadonlySet<string> = new Set([
  ...['mathbf', 'mathrm', 'mathit', 'mathsf', 'mathtt', 'mathcal', 'mathscr', 'mathfrak'],
  ...['mathnormal', 'boldsymbol', 'bm', 'bold', 'pmb', 'mathop', 'mathrel', 'mathbin', 'mathord'],
  ...['mathopen', 'mathclose', 'mathpunct', 'underbrace', 'overbrace', 'boxed', 'mathstrut'],
]);

/** Commands whose argument is words, spaces and all. */
export const textCommands: ReadonlySet<string> = new Set([
  ...['text', 'textrm', 'textbf', 'textit', 'textsf', 'texttt', 'textsc', 'textnormal'],
  ...['mbox', 'hbox', 'emph', 'tag'],
]);

/** Names that stand as words: `\log n` is log n. */
export const operators: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim
  liminf limsup ln log max min mod bmod Pr sec sin sinh sup tan tanh`.split(/\s+/),
);

/** Commands that print nothing of their own. */
export const silentCommands: ReadonlySet<string> = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle
  textstyle scriptstyle scriptscriptstyle limits nolimits rm it bf sf tt cal mathstrut nonumber
  notag protect ensuremath relax`.split(/\s+/),
);

/** What commands print that the table of symbols has otherwise or not at all. */
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

/** Relations: they stand between spaces. */
export const relation =
  /^(?::=|[=<>≤≥≠≈≡∼≃≅≍≐≔≜≝∈∉∋∌⊂⊃⊆⊇⊊⊋⊄⊑⊒→←↔⇒⇐⇔⟶⟵⟹⟸⟺↦⟼↪↠⇀⇌≪≫≲≳⩽⩾⪅⪆≺≻⪯⪰≼≽∝∣∤∥⊥⊢⊣⊨≀↑↓]\u0338?)$/u;

/** Operations between two things: with spaces where their author put some. */
export const binary = /^[+\-−*±∓×÷·⋅∪∩∖∘∧∨⊕⊗⊖⊙∗⋆]$/u;
