import type { Node } from 'jsonc-parser';
import * as jsonc from 'jsonc-parser';
import { FaultReporter } from './fault-reporter.ts';
import { explainJsonError } from './json-fault.ts';
import type { Ledger } from './ledger.ts';
import { ledgerShapes, type Shape } from './ledger-shape.ts';

/**
 * Reads the text of a ledger.
 * @param last the latest date allowed
 * @throws {CaptureError} with every fault and its place: what is not JSON; a field that is missing, of the
 *   wrong form, unknown or given twice; a slug or a capture that stands twice; an identity that is no slug
 *   of its paper
 */
export function parseLedger(file: string, source: string, last = '9999-12-31'): Ledger {
  const text = source.replace(/^\uFEFF/, '');
  const reporter = new FaultReporter(file, text);
  const conflict = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict) {
    const message =
      'Git could not merge two versions of the ledger, and has marked where they differ.';
    reporter.report(conflict.index, 'ledger/conflict', message, keepBoth);
  }
  reporter.throwIfAny();
  const deep = findDepth(text, mostLevels);
  if (deep !== undefined)
    reporter.report(
      deep,
      'ledger/shape',
      `Nested deeper than ${mostLevels} levels; a ledger has four.`,
    );
  reporter.throwIfAny();
  try {
    JSON.parse(text);
  } catch (error) {
    const { at, reason } = explainJsonError(text, error as Error);
    reporter.report(at, 'ledger/not-json', `This is not JSON: ${reason}.`);
    reporter.throwIfAny();
  }
  const root = jsonc.parseTree(text) as Node;
  const fields = readFields(root);
  const [version, captures, papers] = ['version', 'captures', 'papers'].map(
    (name) => fields.get(name)?.[0],
  );
  if (version?.value !== 1 || captures?.type !== 'array' || papers?.type !== 'array') {
    const shape = 'A ledger is {"version": 1, "captures": […], "papers": […]}.';
    reporter.report(0, 'ledger/shape', shape);
    reporter.throwIfAny();
    throw new Error('unreachable');
  }
  checkNames(fields, '', ['version', 'captures', 'papers'], reporter);
  const shapes = ledgerShapes(last);
  checkRecords(captures, 'captures', shapes.captures, reporter);
  checkRecords(papers, 'papers', shapes.papers, reporter);
  reporter.throwIfAny();
  checkIdentities(papers, reporter);
  checkUnique(
    [...namesIn(captures, ['sha256']), ...namesIn(papers, ['slug', 'formerSlugs'])],
    reporter,
  );
  reporter.throwIfAny();
  return jsonc.getNodeValue(root);
}

const keepBoth =
  'keep both versions: git show :2:seeds/ledger.json > seeds/ledger.json; git show :3:seeds/ledger.json > other-ledger.json; npm run seeds:add -- --ledger other-ledger.json';

/** The parsers are recursive: 100,000 levels would overflow the stack. */
const mostLevels = 16;

/** The offset at which a JSON text exceeds a depth of nesting, or undefined. */
function findDepth(text: string, most: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > most) return index;
  }
  return undefined;
}

/** The values of an object's fields; a field may be given more than once. */
function readFields(object: Node): Map<string, Node[]> {
  const fields = new Map<string, Node[]>();
  for (const { children: [name, value] = [] } of object.type === 'object'
    ? (object.children ?? [])
    : [])
    if (name && value) fields.set(name.value, [...(fields.get(name.value) ?? []), value]);
  return fields;
}

/** Reports what is given twice and what nothing reads: a name that was mistyped, mostly. */
function checkNames(
  fields: ReadonlyMap<string, readonly Node[]>,
  prefix: string,
  known: readonly string[],
  reporter: FaultReporter,
): void {
  for (const [name, [first, second]] of fields) {
    if (second) reporter.report(second.offset, 'ledger/field', `${prefix}${name} is given twice.`);
    if (first && !known.includes(name))
      reporter.report(first.offset, 'ledger/field', `${prefix}${name} is no field of the ledger.`);
  }
}

function checkRecords(list: Node, name: string, shape: Shape, reporter: FaultReporter): void {
  list.children?.forEach((record, i) => {
    const prefix = `${name}[${i}].`;
    const fields = readFields(record);
    for (const [field, [test, expected]] of Object.entries(shape)) {
      const value = fields.get(field)?.[0];
      if (!test(value && jsonc.getNodeValue(value)))
        reporter.report(
          (value ?? record).offset,
          'ledger/field',
          `${prefix}${field} must be ${expected}.`,
        );
    }
    checkNames(fields, prefix, Object.keys(shape), reporter);
  });
}

/** A paper is known by the slug that it had first: by its own, or by one that redirects to it. */
function checkIdentities(papers: Node, reporter: FaultReporter): void {
  papers.children?.forEach((record, i) => {
    const id = readFields(record).get('id')?.[0];
    const slugs = namesIn({ ...papers, children: [record] }, ['slug', 'formerSlugs']);
    if (id && !slugs.some((slug) => slug.value === id.value))
      reporter.report(
        id.offset,
        'ledger/nowhere',
        `papers[${i}].id is "${id.value}", which is none of the paper's slugs.`,
      );
  });
}

/** The texts, and those in lists, that stand in some fields of records, in order. */
function namesIn(list: Node, names: readonly string[]): Node[] {
  return (list.children ?? []).flatMap((record) => {
    const fields = readFields(record);
    return names.flatMap((name) =>
      (fields.get(name) ?? []).flatMap((node) =>
        node.type === 'array' ? (node.children ?? []) : node,
      ),
    );
  });
}

function checkUnique(nodes: readonly Node[], reporter: FaultReporter): void {
  const seen = new Set<string>();
  for (const { value, offset } of nodes) {
    if (seen.has(value))
      reporter.report(offset, 'ledger/twice', `"${value}" stands in the ledger twice.`);
    seen.add(value);
  }
}
