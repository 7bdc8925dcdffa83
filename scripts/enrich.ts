import { basename, join } from 'node:path';
import { count, firstOf } from '../src/capture/problem.ts';
import { metadataName, seedLabel } from '../src/capture/seed-name.ts';
import { decideCandidate } from '../src/metadata/decide-candidate.ts';
import { type Fact, serialiseFacts } from '../src/metadata/fact.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { describeCoverage, describeOpen } from './enrich/describe-facts.ts';
import { enrichFromArxiv } from './enrich/enrich-from-arxiv.ts';
import { enrichFromFile } from './enrich/enrich-from-file.ts';
import { type EnrichArguments, readEnrichArguments } from './enrich/read-arguments.ts';
import { type ReadPapers, readPapers } from './enrich/read-papers.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { findPaper } from './find-paper.ts';

const label = seedLabel(metadataName);

await exitOnFault(async () => {
  const args = readEnrichArguments();
  const folder = seedsFolder();
  const read = await readPapers(folder);
  const { papers } = read.archive;
  const { without, isDryRun } = args;
  const write = async (facts: readonly Fact[]): Promise<void> => {
    if (!isDryRun) await writeAtomically(join(folder, metadataName), serialiseFacts(facts));
  };
  let facts = decide(read, args).filter(({ source }) => !without.includes(source));
  const notes: string[] = [];
  for (const path of args.files) {
    const source = args.source ?? nameSource(path);
    const done = await enrichFromFile(path, papers, facts, { source, without, today: today() });
    facts = done.facts;
    notes.push(...done.skipped);
    console.log(done.summary);
  }
  if (args.isFetch) {
    const done = await enrichFromArxiv(papers, facts, { without, today: today(), isDryRun, write });
    facts = done.facts;
    console.log(done.summary);
  }
  for (const note of firstOf(notes, 'more notes')) console.error(`note: ${note}`);
  console.log(describeCoverage(papers, facts));
  for (const line of describeOpen(papers, facts)) console.log(line);
  const isChanged = serialiseFacts(facts) !== read.text;
  if (isChanged) await write(facts);
  console.log(
    !isChanged
      ? `${label} was up to date already.`
      : isDryRun
        ? 'Nothing was written, because of --dry-run.'
        : `${label} has ${count(facts.length, 'fact')} now.`,
  );
});

/** The facts after the decision of the maintainer, if there is one. */
function decide({ archive, facts }: ReadPapers, args: EnrichArguments): Fact[] {
  const { decision, source = 'bibliography' } = args;
  if (!decision) return facts;
  const { identity: paper } = findPaper(archive, decision.slug);
  const { id, verdict } = decision;
  return decideCandidate(facts, { paper, id, decision: verdict, source, today: today() });
}

/** The name of a source by its file: `ML papers.bib` → `ml-papers`. */
function nameSource(path: string): string {
  const stem = basename(path).replace(/\..*$/, '').normalize('NFKD').toLowerCase();
  return (
    stem
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '') || 'bibliography'
  );
}
