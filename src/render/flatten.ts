import type { PhrasingContent } from 'mdast';
import { findLinks } from '../archive/find-links.ts';
import {
  type FormulaSegment,
  isFormula,
  type Segment,
  splitParagraphs,
} from '../restore/segments.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type FormulaOrigin, makeAsCaptured, makeFormula } from './phrasing.ts';

/** Stands in a flat text for what is no text: the n-th one is the n-th of `objects`. */
export const objectMark = '\uFFFC';

/** One paragraph as a string, with formulas and links taken out. */
export interface FlatText {
  text: string;
  objects: PhrasingContent[];
}

/** Math that still stands in its dollars or in `\(…\)`: older titles never went through the channel. */
const writtenMath =
  /\$(?!\s)([^$\n]{0,300}?[\\^_\p{Script=Greek}][^$\n]{0,300})(?<!\s)\$(?!\d)|\\\(([^$\n]{1,500}?)\\\)/gu;

/** Restorations less sure than this are marked for the reader. */
const doubtfulBelow = 0.6;

function originOf({ captured, corrected, probability }: FormulaSegment): FormulaOrigin {
  if (corrected) return { captured, mark: 'corrected' };
  const isDoubtful = probability !== undefined && probability < doubtfulBelow;
  return { captured, probability, mark: isDoubtful ? 'doubtful' : undefined };
}

/**
 * Makes strings of segments, a paragraph each, so that emphasis and quotes can be found that reach
 * over formulas and links.
 */
export function flatten(segments: readonly Segment[]): FlatText[] {
  const paragraphs: FlatText[] = [{ text: '', objects: [] }];
  const put = (object: PhrasingContent): void => {
    const paragraph = paragraphs[paragraphs.length - 1];
    paragraph.text += objectMark;
    paragraph.objects.push(object);
  };
  const putText = (text: string): void => {
    splitParagraphs(text).forEach((part, i) => {
      if (i > 0) paragraphs.push({ text: '', objects: [] });
      part.split(objectMark).forEach((piece, j) => {
        if (j > 0) put({ type: 'text', value: objectMark });
        paragraphs[paragraphs.length - 1].text += piece.replaceAll('\n', ' ');
      });
    });
  };
  const putMath = (text: string): void => {
    let at = 0;
    for (const match of text.matchAll(writtenMath)) {
      putText(text.slice(at, match.index));
      const [written, inDollars, inBrackets = ''] = match;
      const latex = inDollars ?? inBrackets;
      // Nobody proved it: what KaTeX refuses is no formula in citations and feeds either.
      const isSet = explainRefusal(latex) === undefined;
      put(isSet ? makeFormula(latex, { captured: written }) : makeAsCaptured(written));
      at = match.index + match[0].length;
    }
    putText(text.slice(at));
  };
  for (const segment of segments) {
    if (isFormula(segment)) put(makeFormula(segment.latex, originOf(segment)));
    else if (segment.unproven) put(makeAsCaptured(segment.text));
    else {
      let at = 0;
      for (const link of findLinks(segment.text)) {
        putMath(segment.text.slice(at, link.start));
        put({ type: 'link', url: link.url, children: [{ type: 'text', value: link.label }] });
        at = link.end;
      }
      putMath(segment.text.slice(at));
    }
  }
  return paragraphs
    .map(({ text, objects }) => ({ text: text.trim(), objects }))
    .filter(({ text }) => text !== '');
}
