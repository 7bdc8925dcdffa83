/** A paper as it stands in a capture. */
export interface MadePaper {
  title: string;
  abstract: string;
}

/** Formulas as captures have them, each with LaTeX that a maintainer may say they stand for. */
export const capturedFormulas: readonly (readonly [captured: string, latex: string])[] = [
  ['O(n^2)', '\\mathbf{O}(n^2)'],
  ['R^d', '\\mathbf{R}^d'],
  ['x^{2}', '\\mathbf{x}^{2}'],
  ['O(n log n)', '\\mathbf{O}(n \\log n)'],
];

/** What makes a text plausible as an abstract. */
const asPaper =
  'We show in this paper that all of it is text, whatever else it may look like to a page.';

/** Abstracts that would break a page that took them for anything but text. */
export const markupTexts: readonly string[] = [
  '<script>alert(1)</script> We study <projektor> tokens. The <EOS> token ends it.',
  '</title></style><img src=x onerror=alert(1)> appears. It does nothing here.',
  `{{ mustache }} ${'$'}{template} <%= erb %> {props.x} ]]> is text. So is \`code\` here.`,
  '[link](javascript:alert(1)) is no link. Neither is javascript:alert(2) here.',
  '# no heading\tand * no list. 1. No number, _no_ emphasis, $5 and $6 remain.',
  'Prices: $100K+ and $5. See https://example.org/a_b_c~d(e). It ends there.',
].map((text) => `${text} ${asPaper}`);

const subjects = [
  'sparse attention',
  'diffusion bridges',
  'protein folding',
  'robotic grasping',
  'speech recognition',
  'graph kernels',
  'code generation',
  'federated averaging',
  'image segmentation',
  'causal inference',
];
const syllables = ['ka', 'lo', 'mi', 'ren', 'tas', 'vor', 'ste', 'pu', 'gan', 'del', 'fi', 'nor'];

/** One of several. */
export const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)];

/** A word that means nothing, so that the abstracts of two papers differ. */
export const makeWord = (random: () => number): string =>
  Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random)).join('');

const makeWords = (count: number, random: () => number): string =>
  Array.from({ length: count }, () => makeWord(random)).join(' ');

/** A title that no other paper has. */
export function makeTitle(random: () => number): string {
  const words = makeWords(3, random).replace(/^./, (letter) => letter.toUpperCase());
  const formula = random() < 0.2 ? ` over ${pick(capturedFormulas, random)[0]}` : '';
  return `${words}: ${pick(subjects, random)}${formula}`;
}

/** A paper on one of a few subjects; some have formulas, some link to their code. */
export function makePaper(random: () => number): MadePaper {
  const subject = pick(subjects, random);
  const [formula] = pick(capturedFormulas, random);
  const sentences = [
    `We study ${subject} by ${makeWords(6, random)} and ${makeWords(4, random)}.`,
    `Unlike ${pick(subjects, random)}, it needs no ${makeWords(8, random)}.`,
    ...(random() < 0.6 ? [`It takes ${formula} ${makeWords(5, random)}.`] : []),
    `On ${makeWords(5, random)} it is better than ${makeWords(7, random)}.`,
    `Theory says ${makeWords(9, random)} of ${makeWords(5, random)}.`,
    ...(random() < 0.3 ? [`Code: https://github.com/${makeWord(random)}/${makeWord(random)}`] : []),
  ];
  return { title: makeTitle(random), abstract: sentences.join(' ') };
}
