/** LaTeX commands that the decoder may write, as learned from authors. */
export interface Vocabulary {
  /** Commands whose names are left in the capture. */
  visible: readonly string[];
  /** Commands with an argument (`\name{…}`), which R1 removes with their braces. */
  hidden: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Synonyms are learned as one command; which one is written follows from the capture. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    leq: 'le leqslant',
    geq: 'ge geqslant',
    rightarrow: 'to',
    neq: 'ne',
    '{': 'lbrace',
    '}': 'rbrace',
    tilde: 'widetilde',
    hat: 'widehat',
    bar: 'overline',
    ldots: 'dots cdots',
    mathrm: 'operatorname text textrm textup rm mbox hbox',
    vert: 'lvert rvert',
    Vert: 'lVert rVert',
    mathcal: 'cal',
    mathbb: 'Bbb',
    mathbf: 'bold bf',
    frac: 'dfrac',
    boldsymbol: 'bm',
    left: 'bigl big Big Bigl',
    right: 'bigr Bigr',
  }).flatMap(([name, others]) => words(others).map((other) => [other, name])),
);

/** The name under which a command is learned: `\le` → `leq`. */
export function canonicalName(name: string): string {
  return SYNONYMS.get(name) ?? name;
}

const WITH_TWO_ARGUMENTS = new Set(
  words('frac tfrac dfrac cfrac binom dbinom tbinom stackrel overset underset'),
);
const WITH_ONE_ARGUMENT = new Set(
  words(`sqrt mathbb mathcal mathbf mathrm mathsf mathtt mathit mathfrak mathscr mathnormal text textbf textit textrm
    texttt textsf textsc textup textnormal emph mbox hbox operatorname boldsymbol bm pmb bold tilde widetilde hat
    widehat bar overline vec dot ddot dddot check breve acute grave mathring underline overrightarrow overleftarrow
    overbrace underbrace pmod norm abs ceil floor set mathop mathbin mathrel mathord mathds mathbbm Bbb frak`),
);

/** The number of arguments of `\name`: 0 to 2. */
export function countArguments(name: string): number {
  if (WITH_TWO_ARGUMENTS.has(name)) return 2;
  return WITH_ONE_ARGUMENT.has(name) ? 1 : 0;
}

const SIZED = new Set(
  words('left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle'),
);
/** Whether `\name` must be followed by a delimiter. */
export function takesDelimiter(name: string): boolean {
  return SIZED.has(name);
}

const DELIMITERS = new Set(
  words(`langle rangle lfloor rfloor lceil rceil vert Vert lvert rvert lVert rVert lbrace rbrace lbrack rbrack
    backslash uparrow downarrow lgroup rgroup`),
);
/** Whether `\name` is a delimiter. */
export function isDelimiter(name: string): boolean {
  return DELIMITERS.has(name);
}
