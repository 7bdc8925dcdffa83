/**
 * LaTeX commands a decoder may write, as learned from authors: `visible` ones leave their name in
 * the capture, `hidden` ones (`\name{…}`) leave nothing.
 */
export interface Vocabulary {
  visible: readonly string[];
  hidden: readonly string[];
}

/** Spellings of one meaning; the model learns the meaning, the capture tells the spelling. */
const SYNONYMS: Readonly<Record<string, string>> = {
  le: 'leq',
  ge: 'geq',
  to: 'rightarrow',
  ne: 'neq',
  lbrace: '{',
  rbrace: '}',
  widetilde: 'tilde',
  widehat: 'hat',
  overline: 'bar',
  dots: 'ldots',
  cdots: 'ldots',
  operatorname: 'mathrm',
  text: 'mathrm',
  textrm: 'mathrm',
  textup: 'mathrm',
  rm: 'mathrm',
  mbox: 'mathrm',
  hbox: 'mathrm',
  lvert: 'vert',
  rvert: 'vert',
  lVert: 'Vert',
  rVert: 'Vert',
  cal: 'mathcal',
  Bbb: 'mathbb',
  bold: 'mathbf',
  bf: 'mathbf',
  dfrac: 'frac',
  leqslant: 'leq',
  geqslant: 'geq',
  bm: 'boldsymbol',
  bigl: 'left',
  bigr: 'right',
  big: 'left',
  Big: 'left',
  Bigl: 'left',
  Bigr: 'right',
};

/** The name under which a command is learned: `\le` → `leq`. */
export function canonicalName(name: string): string {
  return SYNONYMS[name] ?? name;
}

/** Arguments a command must find after it. */
const ARGUMENTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'frac tfrac dfrac cfrac binom dbinom tbinom stackrel overset underset'
    .split(' ')
    .map((n) => [n, 2]),
  ...`sqrt mathbb mathcal mathbf mathrm mathsf mathtt mathit mathfrak mathscr mathnormal text textbf textit textrm texttt textsf textsc textup textnormal emph mbox hbox operatorname boldsymbol bm pmb bold
    tilde widetilde hat widehat bar overline vec dot ddot dddot check breve acute grave mathring underline overrightarrow overleftarrow overbrace underbrace pmod bmod_ norm abs ceil floor set mathop mathbin mathrel mathord mathds mathbbm Bbb frak`
    .trim()
    .split(/\s+/)
    .map((n) => [n, 1]),
]);

/** How many arguments `\name` takes, 0 for a symbol. */
export function countArguments(name: string): number {
  return ARGUMENTS[name] ?? 0;
}

const SIZED = new Set(
  'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle'.split(' '),
);
/** Whether `\name` must be followed by a delimiter. */
export function takesDelimiter(name: string): boolean {
  return SIZED.has(name);
}

const DELIMITERS = new Set(
  'langle rangle lfloor rfloor lceil rceil vert Vert lvert rvert lVert rVert lbrace rbrace lbrack rbrack backslash uparrow downarrow lgroup rgroup'.split(
    ' ',
  ),
);
/** Whether `\name` is a delimiter. */
export function isDelimiter(name: string): boolean {
  return DELIMITERS.has(name);
}
