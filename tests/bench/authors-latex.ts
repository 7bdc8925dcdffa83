import { parseArgs } from 'node:util';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { readJsonLines } from '../../scripts/train/read-papers.ts';
import { readSeed } from '../../src/forms/read-seed.ts';
import { openPaperRestorer, type RestorablePaper } from '../../src/records/restore-paper.ts';
import { explainRefusal } from '../../src/render/explain-refusal.ts';
import { alignRaw } from '../../src/restore/align-raw.ts';
import { channel } from '../../src/restore/channel.ts';
import { isFormula } from '../../src/restore/segments.ts';

const usage = `npm run bench:authors -- --from ANSWERS.jsonl.gz --arxiv SNAPSHOT.jsonl.gz
  how many papers of captured days get the formulas of their authors; a line of ANSWERS is {"date","answer"}, one of
  SNAPSHOT {"id","title","abstract"}`;

/** Why a paper whose raw abstract has a dollar sign has no formula of the authors. */
const classes = [
  'no two dollars: amounts of money',
  'between dollars there is prose, or a formula in a formula',
  'KaTeX refuses the formulas',
  'no sentence with a formula is the same: another version',
] as const;

/** The authors' own title and abstract, as the snapshot has them. */
interface Source {
  id: string;
  title: string;
  abstract: string;
}

await exitOnFault(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { from: text, arxiv: text } });
  if (!values.from || !values.arxiv) throw new UsageError(usage);
  const papers = readCaptured(values.from, readSources(values.arxiv));
  const restore = openPaperRestorer();
  const missed: { id: string; why: (typeof classes)[number] }[] = [];
  let [withDollar, found, formulas] = [0, 0, 0];
  const start = performance.now();
  for (const [id, { paper, raw }] of papers) {
    const { title, abstract } = restore(paper, [], 0);
    const own = [...title, ...abstract].filter((s) => isFormula(s) && s.original);
    formulas += own.length;
    if (!raw.includes('$')) continue;
    withDollar++;
    if (abstract.some((s) => isFormula(s) && s.original)) found++;
    else missed.push({ id, why: explainMiss(paper.revisions[0].abstract, raw) });
  }
  const seconds = (performance.now() - start) / 1000;
  const percent = (all: number): string => `${((100 * found) / all).toFixed(1)} %`;
  const sums = missed.filter(({ why }) => why === classes[0]).length;
  console.log(`papers with both texts: ${papers.size}, restored in ${seconds.toFixed(1)} s`);
  console.log(`formulas of the authors: ${formulas}`);
  console.log(
    `of ${withDollar} raw abstracts with "$", with such a formula: ${found} (${percent(withDollar)}; of those with a pair of dollars ${percent(withDollar - sums)})`,
  );
  for (const [why, own] of Map.groupBy(missed, (miss) => miss.why))
    console.log(`  ${own.length} without: ${why}: ${own.map(({ id }) => id).join(' ')}`);
});

function readSources(path: string): Map<string, Source> {
  const rows = Array.from(readJsonLines(path).rows, ({ row }) => row as Source);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The papers of which both texts are known, by arXiv id. */
function readCaptured(
  path: string,
  sources: ReadonlyMap<string, Source>,
): Map<string, { paper: RestorablePaper; raw: string }> {
  const papers = new Map<string, { paper: RestorablePaper; raw: string }>();
  for (const { row } of readJsonLines(path).rows) {
    const { date, answer } = row as { date: string; answer: unknown[] };
    if (answer.length === 0) continue;
    for (const { entries } of readSeed(`${date}.json`, Buffer.from(JSON.stringify(answer))))
      for (const { title, abstract, facts } of entries) {
        const id = facts?.arxivId ?? '';
        const latex = sources.get(id);
        if (!latex) continue;
        const listings = [{ day: date, capture: date, rank: 1, revision: 0 }];
        const paper = { revisions: [{ title, abstract }], listings, latex };
        papers.set(id, { paper, raw: latex.abstract });
      }
  }
  return papers;
}

function explainMiss(captured: string, raw: string): (typeof classes)[number] {
  if (!/\$[^$]+\$/.test(raw.replaceAll('\\$', ''))) return classes[0];
  const { formulas } = alignRaw(captured, raw);
  if (formulas.some(({ latex }) => explainRefusal(latex) !== undefined)) return classes[2];
  const normalise = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return normalise(channel(normalise(raw))) === normalise(captured) ? classes[1] : classes[3];
}
