import type { RefusedForm } from './form.ts';

const saveThePage = 'save the page of the day with Ctrl+S (HTML), or run npm run seeds:fetch.';

/** Whether some lines are, without their spaces, among those that a page shows. */
const hasLines =
  (needed: number, ...shown: string[]) =>
  (text: string): boolean => {
    const lines = new Set(text.split('\n').map((line) => line.trim()));
    return shown.filter((line) => lines.has(line)).length >= needed;
  };

/** Whether a text is a bibliography in BibTeX. */
export function isBibtex(text: string): boolean {
  return /^[ \t]*@[a-z]+[ \t]*\{[^,\n]*,[ \t]*$/im.test(text) && /^[ \t]*title[ \t]*=/im.test(text);
}

/** Whether a text is a bibliography in RIS. */
export function isRis(text: string): boolean {
  return /^TY {2}- /m.test(text) && /^ER {2}-/m.test(text);
}

/** Files that people have at hand and that are no captures; the first that matches is reported. */
export const refusedForms: readonly RefusedForm[] = [
  {
    isOf: isBibtex,
    problem: {
      code: 'file/not-a-capture',
      message: 'This is a bibliography (BibTeX): it has no day and no abstracts.',
      hint: saveThePage,
    },
  },
  {
    isOf: isRis,
    problem: {
      code: 'file/not-a-capture',
      message: 'This is a bibliography (RIS): it has no day of a page.',
      hint: saveThePage,
    },
  },
  {
    isOf: hasLines(
      2,
      'Copy markdown',
      'View arXiv page',
      'View PDF',
      'Add to collection',
      'AI-generated summary',
    ),
    problem: {
      code: 'file/not-a-capture',
      message:
        'This is the page of a single paper; a capture is the page of a day, with its papers.',
      hint: 'open https://huggingface.co/papers, go to the day, and save that page with Ctrl+S.',
    },
  },
  {
    isOf: (text) =>
      (text.match(/^[ \t]*Submitted by\b/gm)?.length ?? 0) > 0 &&
      // Abstracts are the only long lines of such a page.
      !text.split('\n').some((line) => line.length > 300),
    problem: {
      code: 'entry/no-abstract',
      message: 'This is the page of a day, which shows no abstracts.',
      hint: saveThePage,
    },
  },
];
