import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { KATEX_MACROS } from '../src/restore/katex-macros.ts';
import { writeModel } from '../src/restore/model-format.ts';
import { measureModel } from './train/measure-model.ts';
import { readPapers } from './train/read-papers.ts';
import { DEFAULT_PLAN, type Plan, trainModel } from './train/train-model.ts';

const USAGE = `usage: train [--out MODEL.bin.br] [--plan PLAN.json] [--dev GOLD.jsonl[.gz]]… FILE.jsonl[.gz]…
  FILE: JSON lines {"title","raw"}, or {"title","abstract"} as in the arXiv snapshot; --dev: gold sets whose figures go into the model card`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    plan: { type: 'string' },
    dev: { type: 'string', multiple: true },
  },
});
if (positionals.length === 0) {
  console.error(USAGE);
  process.exit(1);
}
const out = values.out ?? fileURLToPath(new URL('../src/restore/model.bin.br', import.meta.url));
const started = performance.now();
const report = (what: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`);
const changes = values.plan ? (JSON.parse(readFileSync(values.plan, 'utf8')) as Partial<Plan>) : {};
const plan: Plan = { ...DEFAULT_PLAN, ...changes };

const files = positionals.map((path) => {
  const file = readPapers(path);
  report(`${file.name}: ${file.papers.length} papers`);
  return file;
});
const model = await trainModel(
  files.flatMap((f) => f.papers),
  plan,
  report,
);
const bytes = writeModel(model);
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
const figures = (values.dev ?? []).map((path) => ({
  set: path.split('/').at(-1),
  ...measureModel(bytes, path),
}));
const trainingSeconds = Math.round((performance.now() - started) / 1000);
const card = {
  what: 'Restorer of LaTeX in captured abstracts: how it works is on the about page, how to train it in scripts/train/README.md',
  sizeBytes: packed.length,
  trainingSeconds,
  plan,
  data: files.map((f) => ({ name: f.name, papers: f.papers.length, sha256: f.digest })),
  macros: Object.keys(KATEX_MACROS).length,
  figures,
};
// A reader sees the old or the new model, and never an incomplete one.
writeFileSync(`${out}.new`, packed);
renameSync(`${out}.new`, out);
writeFileSync(out.replace(/(\.bin)?(\.br)?$/, '.json'), `${JSON.stringify(card, null, 2)}\n`);
report(`${out}: ${packed.length} bytes (${bytes.length} unpacked)`);
for (const f of figures) report(JSON.stringify(f));
