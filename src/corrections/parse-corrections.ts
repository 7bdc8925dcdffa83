import { type Problem, quote } from '../capture/problem.ts';
import { channel } from '../restore/channel.ts';
import { formulaRoundTrips } from '../restore/round-trip.ts';
import { readJson } from '../text/read-json.ts';
import {
  type Correction,
  type CorrectionLine,
  correctionSchema,
  type ExplainRefusal,
} from './corrections.ts';

/**
 * Reads `corrections.jsonl` and checks everything that does not depend on the papers: its form, that each formula
 * comes out of the channel as captured, and that KaTeX accepts it. Empty lines are ignored.
 */
export function parseCorrections(
  file: string,
  text: string,
  explainRefusal: ExplainRefusal,
): { corrections: CorrectionLine[]; problems: Problem[] } {
  const corrections: CorrectionLine[] = [];
  const problems: Problem[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((json, i) => {
      if (json.trim() === '') return;
      const found = parseLine(json, i + 1, explainRefusal);
      if ('faults' in found) problems.push(...found.faults.map((fault) => ({ file, ...fault })));
      else corrections.push(found);
    });
  return { corrections, problems };
}

type Fault = Omit<Problem, 'file'>;

const example = '{"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}';

function parseLine(
  text: string,
  line: number,
  explainRefusal: ExplainRefusal,
): CorrectionLine | { faults: Fault[] } {
  const fault = (offset: number, code: string, message: string, hint: string): Fault => ({
    ...{ line, column: offset + 1 },
    ...{ code: `correction/${code}`, message, hint },
  });
  const json = readJson(text);
  if ('reason' in json) {
    const hint = `a line is ${example}; in JSON a backslash is written twice.`;
    return { faults: [fault(json.offset, 'not-json', `Not JSON: ${json.reason}.`, hint)] };
  }
  const { data, error } = correctionSchema.safeParse(json.value);
  const hint = `a line is ${example}, with "in" and "occurrence" where needed.`;
  const fieldFault = (offset: number, message: string): Fault =>
    fault(offset, 'field', message, hint);
  const faults = (error?.issues ?? []).flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        fieldFault(json.offsetOfName([key]), `A correction has no field ${quote(key)}.`),
      );
    const [field] = issue.path;
    if (field === undefined) {
      const message = 'A correction is a JSON object, one on each line.';
      return [fault(0, 'not-object', message, `a line is ${example}.`)];
    }
    const isMissing = !Object.hasOwn(json.value as object, field);
    const what = isMissing ? `is missing: ${issue.message}` : `must be ${issue.message}`;
    return [fieldFault(json.offsetOf(issue.path), `"${String(field)}" ${what}.`)];
  });
  for (const { path, offset } of json.findRepeated())
    faults.push(fieldFault(offset, `"${path.join('.')}" is given twice.`));
  if (data === undefined || faults.length > 0) return { faults };
  const formulaFault = findFormulaFault(data, explainRefusal);
  if (formulaFault) {
    const { offset, code, message, hint } = formulaFault;
    const at = offsetInString(text, json.offsetOf(['latex']), offset);
    return { faults: [fault(at, code, message, hint)] };
  }
  const columns = Object.fromEntries(
    Object.keys(data).map((field) => [field, json.offsetOf([field]) + 1]),
  );
  return { ...data, line, columns };
}

/**
 * The offset of the n-th character, from 0, of a JSON string in its text.
 * @param start offset of the opening quotation mark
 */
function offsetInString(text: string, start: number, n: number): number {
  let at = start + 1;
  for (let i = 0; i < n && text[at] !== '"'; i++)
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  return at;
}

type FormulaFault = { offset: number; code: string; message: string; hint: string };

/** What is wrong with a correction's LaTeX, at an offset of it; the first fault that explains it. */
function findFormulaFault(
  { captured, latex }: Correction,
  explainRefusal: ExplainRefusal,
): FormulaFault | undefined {
  if (latex === null) return undefined;
  // JSON reads the beginning of `\times` and `\frac` as `\t` and `\f`.
  const control = latex.search(/\p{Cc}/u);
  if (control >= 0) {
    const written = JSON.stringify(latex.slice(control)).slice(1, -1);
    return {
      offset: control,
      code: 'backslash',
      message: `JSON reads the beginning of ${quote(written)} as a control character.`,
      hint: 'in JSON a backslash is written twice: "\\\\times", "\\\\frac".',
    };
  }
  const dollar = latex.indexOf('$');
  if (dollar >= 0) {
    return {
      offset: dollar,
      code: 'dollar',
      message: '"latex" contains a dollar sign; it is the LaTeX between the dollars.',
      hint: 'remove the dollars around it; a formula cannot hold any.',
    };
  }
  if (!formulaRoundTrips(captured, latex)) {
    return {
      offset: 0,
      code: 'no-round-trip',
      message: `The channel makes ${quote(channel(`$${latex}$`))} of this, not ${quote(captured)}.`,
      hint: 'write what the page turns into the captured span: it replaces \\name{…} by the content of the braces, up to the first }, then removes every backslash and no space.',
    };
  }
  const refusal = explainRefusal(latex);
  return (
    refusal && {
      offset: refusal.offset,
      code: 'katex',
      message: `KaTeX refuses this at character ${refusal.offset + 1}: ${refusal.reason}`,
      hint: 'KaTeX sets the formulas; see https://katex.org/docs/supported for what it knows.',
    }
  );
}
