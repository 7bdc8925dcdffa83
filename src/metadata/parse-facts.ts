import { type Problem, quote } from '../capture/problem.ts';
import { readJson } from '../text/read-json.ts';
import { type Fact, factSchema } from './fact.ts';

/** A fact with its line in the file, from 1. */
export type FactLine = Fact & { line: number };

const example =
  '{"paper":"…","field":"venue","value":"ICLR","source":"bibliography","date":"2026-11-29","match":"title"}';

/** Reads `metadata.jsonl`: every fact, and every fault with its place. Empty lines are ignored. */
export function parseFacts(file: string, text: string): { facts: FactLine[]; problems: Problem[] } {
  const facts: FactLine[] = [];
  const problems: Problem[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((json, i) => {
      if (json.trim() === '') return;
      const fact = parseQuickly(json);
      if (fact) facts.push({ ...fact, line: i + 1 });
      else problems.push(...explainLine(json).map((fault) => ({ file, line: i + 1, ...fault })));
    });
  return { facts, problems };
}

/** The fact of a line, if it has no fault: places are found only where they are needed. */
function parseQuickly(json: string): Fact | undefined {
  // Deeper levels than a fact has would overflow the stack of the parser.
  if (json.length > 1_000_000) return undefined;
  try {
    return factSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

type Fault = Omit<Problem, 'file' | 'line'>;

function explainLine(text: string): Fault[] {
  const fault = (offset: number, code: string, message: string): Fault => ({
    column: offset + 1,
    code: `metadata/${code}`,
    message,
    hint: `a line is ${example}; npm run enrich writes them.`,
  });
  if (/^(<{7}|={7}|>{7})( |$)/.test(text))
    return [
      {
        ...fault(0, 'conflict', 'This is a conflict marker of Git.'),
        hint: 'keep the lines of both sides and remove the markers: each line is a fact of its own.',
      },
    ];
  const json = readJson(text);
  if ('reason' in json) return [fault(json.offset, 'not-json', `Not JSON: ${json.reason}.`)];
  const issues = factSchema.safeParse(json.value).error?.issues ?? [];
  return issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        fault(json.offsetOfName([key]), 'field', `A fact has no field ${quote(key)}.`),
      );
    if (issue.path.length === 0)
      return [fault(0, 'not-object', 'A fact is a JSON object, one on each line.')];
    const name = issue.path.map(String).join('.');
    return [fault(json.offsetOf(issue.path), 'field', `"${name}" must be ${issue.message}.`)];
  });
}
