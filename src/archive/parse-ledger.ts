import { CaptureError, type Problem } from '../capture/problem.ts';
import { type JsonPath, readJson } from '../text/read-json.ts';
import { type Ledger, makeLedgerSchema, serialiseLedger } from './ledger.ts';

const takeBack = 'the ledger keeps permalinks: restore the last good version from version control.';
const keepBoth =
  'keep both versions: git show :2:seeds/ledger.json > seeds/ledger.json; git show :3:seeds/ledger.json > other-ledger.json; npm run seeds:add -- --ledger other-ledger.json';

/** A fault at an offset of the ledger's text. */
type Fault = [offset: number, code: string, message: string];

/**
 * Reads the text of a ledger.
 * @param last the latest date allowed
 * @throws {CaptureError} with every fault and its place: what is not JSON; a field that is missing, of the
 *   wrong form, unknown or repeated; a slug or a capture that occurs twice; an identity that is not a slug of its
 *   paper
 */
export function parseLedger(file: string, source: string, last = '9999-12-31'): Ledger {
  const text = source.replace(/^\uFEFF/, '');
  const fail = (faults: readonly Fault[], hint = takeBack): never => {
    throw new CaptureError(locate(file, text, faults, hint));
  };
  const conflict = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict) {
    const message = 'Git could not merge two versions of the ledger, and has marked the conflicts.';
    return fail([[conflict.index, 'conflict', message]], keepBoth);
  }
  const json = readJson(text);
  if ('reason' in json)
    return fail([[json.offset, 'not-json', `This cannot be read as JSON: ${json.reason}.`]]);
  const { data, error } = makeLedgerSchema(last).safeParse(json.value);
  if (error?.issues.some(({ path, code }) => path.length < 2 && code !== 'unrecognized_keys'))
    return fail([[0, 'shape', 'A ledger is {"version": 1, "captures": […], "papers": […]}.']]);
  // Nearly always it is as it was written, and has no field twice.
  const isAsWritten = data !== undefined && serialiseLedger(data) === text;
  const faults = (isAsWritten ? [] : json.findRepeated()).map(
    ({ path, offset }): Fault => [offset, 'field', `${write(path)} is given twice.`],
  );
  for (const issue of error?.issues ?? []) {
    const { path, message } = issue;
    if (issue.code !== 'unrecognized_keys')
      faults.push([json.offsetOf(path), 'field', `${write(path)} must be ${message}.`]);
    else
      for (const field of issue.keys.map((key) => [...path, key]))
        faults.push([
          json.offsetOf(field),
          'field',
          `${write(field)} is not a field of the ledger.`,
        ]);
  }
  if (data === undefined || faults.length > 0) return fail(faults);
  const conflicts = findConflicts(data, json.offsetOf);
  return conflicts.length > 0 ? fail(conflicts) : data;
}

/** `['papers', 0, 'title']` → `papers[0].title` */
const write = (path: JsonPath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);

/** Finds identities that no slug of their paper is, and captures and slugs that occur twice. */
function findConflicts({ captures, papers }: Ledger, offsetOf: (path: JsonPath) => number) {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const checkUnique = (name: string, path: JsonPath): void => {
    if (seen.has(name))
      faults.push([offsetOf(path), 'twice', `"${name}" occurs twice in the ledger.`]);
    seen.add(name);
  };
  captures.forEach(({ sha256 }, i) => {
    checkUnique(sha256, ['captures', i, 'sha256']);
  });
  papers.forEach(({ id, slug, formerSlugs }, i) => {
    if (id !== undefined && id !== slug && !formerSlugs.includes(id)) {
      const message = `papers[${i}].id is "${id}", which is not one of the paper's slugs.`;
      faults.push([offsetOf(['papers', i, 'id']), 'nowhere', message]);
    }
    checkUnique(slug, ['papers', i, 'slug']);
    formerSlugs.forEach((former, j) => {
      checkUnique(former, ['papers', i, 'formerSlugs', j]);
    });
  });
  return faults;
}

/** The faults in the order of the text, each with its line and column. */
function locate(file: string, text: string, faults: readonly Fault[], hint: string): Problem[] {
  let line = 1;
  let lineStart = 0;
  return [...faults]
    .sort(([a], [b]) => a - b)
    .map(([offset, code, message]) => {
      for (let end = text.indexOf('\n', lineStart); end >= 0 && end < offset; line++) {
        lineStart = end + 1;
        end = text.indexOf('\n', lineStart);
      }
      const column = offset - lineStart + 1;
      return { file, line, column, code: `ledger/${code}`, message, hint };
    });
}
