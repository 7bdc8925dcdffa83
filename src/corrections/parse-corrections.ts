import { explainJsonError } from '../archive/json-fault.ts';
import { type Problem, quote } from '../capture/problem.ts';
import { channel } from '../restore/channel.ts';
import { formulaRoundTrips } from '../restore/round-trip.ts';
import type { Correction, CorrectionLine, ExplainRefusal } from './corrections.ts';
import { type FieldPlace, findFields, offsetInString } from './json-fields.ts';

/**
 * Reads `corrections.jsonl` and proves what can be proven without the papers: its form, what the
 * channel makes of each formula, and that KaTeX can set it. Empty lines are passed over.
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
type Field = keyof Correction;

const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const shape: Readonly<Record<Field, [test: (v: unknown) => boolean, expected: string]>> = {
  paper: [isText, 'the slug of a paper, the last part of its address'],
  captured: [isText, 'the captured span, to the letter'],
  latex: [(v) => v === null || isText(v), 'LaTeX without its dollars, or null for plain text'],
  in: [(v) => v === undefined || v === 'title' || v === 'abstract', '"title" or "abstract"'],
  occurrence: [(v) => v === undefined || (Number.isInteger(v) && Number(v) > 0), '1, 2, 3 …'],
};
const example = '{"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}';

function parseLine(
  json: string,
  line: number,
  explainRefusal: ExplainRefusal,
): CorrectionLine | { faults: Fault[] } {
  const fault = (at: number, code: string, message: string, hint: string): Fault => ({
    ...{ line, column: at + 1 },
    ...{ code: `correction/${code}`, message, hint },
  });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const { at, reason } = explainJsonError(json, error as Error);
    const hint = `a line is ${example}; in JSON a backslash is written twice.`;
    return { faults: [fault(at, 'not-json', `Not JSON: ${reason}.`, hint)] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'A correction is a JSON object, one on each line.';
    return { faults: [fault(0, 'not-object', message, `a line is ${example}.`)] };
  }
  const places = findFields(json);
  const faults = [...findFieldFaults(value, places, fault)];
  if (faults.length > 0) return { faults };
  const correction = value as Correction;
  const start = places.get('latex')?.value ?? 0;
  const formulaFault = findFormulaFault(correction, explainRefusal);
  if (formulaFault) {
    const { offset, code, message, hint } = formulaFault;
    return { faults: [fault(offsetInString(json, start, offset), code, message, hint)] };
  }
  const columns = Object.fromEntries([...places].map(([name, at]) => [name, at.value + 1]));
  return { ...correction, line, columns };
}

type MakeFault = (at: number, code: string, message: string, hint: string) => Fault;

function* findFieldFaults(
  value: object,
  places: ReadonlyMap<string, FieldPlace>,
  fault: MakeFault,
) {
  const hint = `a line is ${example}, and where it is needed "in" and "occurrence".`;
  for (const [name, at] of places) {
    if (!Object.hasOwn(shape, name))
      yield fault(at.name, 'field', `A correction has no field ${quote(name)}.`, hint);
  }
  for (const [name, [test, expected]] of Object.entries(shape)) {
    const at = places.get(name);
    if (test((value as Record<string, unknown>)[name])) continue;
    const message = at ? `"${name}" must be ${expected}.` : `"${name}" is missing: ${expected}.`;
    yield fault(at?.value ?? 0, 'field', message, hint);
  }
}

type FormulaFault = { offset: number; code: string; message: string; hint: string };

/** What is wrong with a correction's LaTeX, at an offset of it; the first fault that explains it. */
function findFormulaFault(
  { captured, latex }: Correction,
  explainRefusal: ExplainRefusal,
): FormulaFault | undefined {
  if (latex === null) return undefined;
  // What JSON makes of `\t` and `\f`, which authors of LaTeX write for `\\t` and `\\f`.
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
      message: 'A dollar stands in "latex", which is what stands between the dollars.',
      hint: 'remove the dollars around it; a formula cannot hold any.',
    };
  }
  if (!formulaRoundTrips(captured, latex)) {
    return {
      offset: 0,
      code: 'no-round-trip',
      message: `The channel makes ${quote(channel(`$${latex}$`))} of this, not ${quote(captured)}.`,
      hint: 'write what the page turns into the captured span: it removes \\name{…} around what stands in the braces, up to the first }, then every backslash, and no space.',
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
