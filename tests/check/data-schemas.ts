import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { linesFile } from './data-texts.ts';
import type { BuiltSite, Finding, SiteCheck } from './site-pages.ts';

/** Which schema each data file follows. */
const schemaOf: [file: RegExp, schema: string][] = [
  [/^api\/index\.json$/, 'index'],
  [/^api\/days\/[^/]+\.json$/, 'day'],
  [/^volumes\/\d+\.jsonl$/, 'paper'],
];

/** Every file of data follows the schema that the site serves, and has no field which that does not know. */
export const dataSchemas: SiteCheck = {
  name: 'every file of data follows its schema',
  async find(site) {
    const findings: Finding[] = [];
    const validators = await readSchemas(site);
    const ofLines = site.files.has('volumes/1.jsonl') ? 'volume' : 'paper';
    for (const file of site.files) {
      if (!/^api\/(?!schemas\/)|^volumes\/.*\.jsonl$/.test(file)) continue;
      const known = schemaOf.find(([pattern]) => pattern.test(file))?.[1];
      const validate = validators.get(file === linesFile ? ofLines : (known ?? ''));
      if (!validate) {
        findings.push({ file, message: 'has no schema' });
        continue;
      }
      const text = await readFile(join(site.folder, file), 'utf8');
      const records = file.endsWith('.jsonl') ? text.trimEnd().split('\n') : [text];
      records.forEach((record, i) => {
        const message = record === '' ? undefined : findFault(record, validate);
        if (message)
          findings.push({ file: records.length > 1 ? `${file}:${i + 1}` : file, message });
      });
    }
    return findings;
  },
};

/** The schemas that the site serves, by name; what they do not know, they refuse here. */
async function readSchemas(site: BuiltSite): Promise<Map<string, ValidateFunction>> {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  const validators = new Map<string, ValidateFunction>();
  for (const file of site.files) {
    const name = /^api\/schemas\/v3\/(\w+)\.schema\.json$/.exec(file)?.[1];
    if (name === undefined) continue;
    const schema = JSON.parse(await readFile(join(site.folder, file), 'utf8'), closeObject);
    validators.set(name, ajv.compile(schema));
  }
  return validators;
}

/** Readers ignore fields that they do not know, so the schemas allow them: here each must be known. */
function closeObject(_key: string, value: { properties?: object } | null): unknown {
  return value?.properties ? Object.assign(value, { additionalProperties: false }) : value;
}

function findFault(record: string, validate: ValidateFunction): string | undefined {
  if (validate(JSON.parse(record))) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath} ${error?.message} (${JSON.stringify(error?.params)})`;
}
