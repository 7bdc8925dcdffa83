import { parseArgs } from 'node:util';
import { listPapers } from '../../scripts/enrich/papers-to-match.ts';
import { readSourceFile } from '../../scripts/enrich/read-source-file.ts';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { readSoundArchive } from '../../scripts/register-seeds.ts';
import { matchPapers } from '../../src/metadata/match-papers.ts';
import { PaperIndex } from '../../src/metadata/paper-index.ts';
import { seedsFolder } from '../../src/store/locations.ts';

const usage = `npm run bench:matches -- --from SAMPLE.jsonl.gz
  matches the papers of DAYLEAF_SEEDS, whose captures have arXiv ids, as if the ids were unknown; target: no false
  match, and 97 % found`;

await exitOnFault(async () => {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  if (from === undefined) throw new UsageError(usage);
  const { archive } = await readSoundArchive(seedsFolder());
  const papers = listPapers(archive.papers, []);
  const truth = new Map(papers.map(({ identity, arxivId }) => [identity, arxivId]));
  const index = new PaperIndex(papers);
  const { records } = await readSourceFile(from, { index, source: 'bench', today: '2025-03-11' });
  const there = new Set(records.map(({ id }) => id));
  const known = papers.filter(({ arxivId }) => arxivId !== undefined && there.has(arxivId)).length;
  for (const withAbstract of [true, false]) {
    const hidden = papers.map(({ arxivId: _, authors: __, ...paper }) => paper);
    const shown = withAbstract ? records : records.map((r) => ({ ...r, abstract: '' }));
    const { matches, uncertain } = matchPapers(new PaperIndex(hidden), shown);
    const wrong = matches.filter(({ paper, record }) => truth.get(paper.identity) !== record.id);
    console.log(
      `${withAbstract ? 'title and abstract' : 'title alone'}: ${known} papers are there; ${matches.length - wrong.length} found (${((100 * (matches.length - wrong.length)) / known).toFixed(1)} %), ${wrong.length} false, ${uncertain.length} uncertain`,
    );
    for (const { paper, record } of wrong) console.log(`  false: ${paper.slug} ${record.id}`);
    for (const { paper, record, reason } of uncertain)
      console.log(
        `  uncertain: ${paper.slug} ${record.id}${truth.get(paper.identity) === record.id ? '' : ' (another paper)'}: ${reason}`,
      );
  }
});
