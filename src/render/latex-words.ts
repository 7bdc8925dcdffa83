/** Commands of common macros for abbreviations, and what they print. */
export const abbreviations: Readonly<Record<string, string>> = {
  ie: 'i.e.',
  Ie: 'I.e.',
  eg: 'e.g.',
  Eg: 'E.g.',
  aka: 'a.k.a.',
  cf: 'cf.',
  etc: 'etc.',
  etal: 'et al.',
  iid: 'i.i.d.',
  resp: 'resp.',
  viz: 'viz.',
  vs: 'vs.',
  wrt: 'w.r.t.',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  deg: '°',
  xspace: '',
  allowbreak: '',
  nobreakdash: '',
  noindent: '',
  newline: ' ',
  quad: ' ',
};

/** Commands with an argument, or switches of a group, for bold text. */
export const strongCommands = new Set(['textbf', 'bf', 'bfseries', 'mathbf', 'boldsymbol']);

/** The same for italics. */
export const emphasisCommands = new Set(['emph', 'textit', 'textsl', 'it', 'em', 'sl', 'itshape']);

/** The same for other fonts, whose text is shown plain. */
export const plainCommands = new Set([
  ...['text', 'textmd', 'textnormal', 'textrm', 'textsc', 'textsf', 'texttt', 'textup'],
  ...['mbox', 'underline', 'uline', 'url', 'nolinkurl', 'path'],
  ...['rm', 'sc', 'sf', 'tt', 'normalfont', 'small', 'large', 'ttfamily', 'scshape'],
]);
