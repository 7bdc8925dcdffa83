import type { PhrasingContent } from 'mdast';
import { findLinks } from '../archive/find-links.ts';
import {
  type FormulaSegment,
  isFormula,
  type Segment,
  splitParagraphs,
} from '../restore/segments.ts';
import { findWrittenMath } from '../restore/written-math.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type FormulaOrigin, makeAsCaptured, makeFormula } from './phrasing.ts';

/** Represents a formula or link in a flat text: the n-th mark is the n-th of `objects`. */
export const objectMark = '\uFFFC';

/** A paragraph as a string, with marks for formulas and links. */
export interface FlatText {
  text: string;
  objects: PhrasingContent[];
}

/** Formulas that are less probable than this are marked for the reader. */
export const doubtfulBelow = 0.6;

function originOf({ captured, corrected, original, probability }: FormulaSegment): FormulaOrigin {
  if (corrected) return { captured, mark: 'corrected' };
  if (original) return { captured, mark: 'original' };
  const isDoubtful = probability !== undefined && probability < doubtfulBelow;
  return { captured, probability, mark: isDoubtful ? 'doubtful' : undefined };
}

/**
 * The paragraphs of segments as strings, so that emphasis and quotes that contain formulas and links
 * can be found.
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
    for (const { start, end, latex } of findWrittenMath(text)) {
      putText(text.slice(at, start));
      const written = text.slice(start, end);
      // No round trip was checked: what KaTeX refuses is not a formula in citations and feeds either.
      const isSet = explainRefusal(latex) === undefined;
      put(isSet ? makeFormula(latex, { captured: written }) : makeAsCaptured(written));
      at = end;
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
