import { basename, join } from 'node:path';
import { count, firstOf } from '../src/capture/problem.ts';
import { metadataName, seedLabel } from '../src/capture/seed-name.ts';
import { decideCandidate } from '../src/metadata/decide-candidate.ts';
import { type Fact, serialiseFacts } from '../src/metadata/fact.ts';
import { parseFacts } from '../src/metadata/parse-facts.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { describeCoverage, describeOpen } from './enrich/describe-facts.ts';
import { enrichFromArxiv } from './enrich/enrich-from-arxiv.ts';
import { enrichFromFile } from './enrich/enrich-from-file.ts';
import type { KnownArchive } from './enrich/papers-to-match.ts';
import { type EnrichArguments, readEnrichArguments } from './enrich/read-arguments.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { findPaper } from './find-paper.ts';
import { readRegistered, type SoundArchive } from './register-seeds.ts';

const label = seedLabel(metadataName);

await exitOnFault(async () => {
  const args = readEnrichArguments();
  const { archive, before, ...read } = await readArchive(args);
  let { facts } = read;
  const notes: string[] = [];
  for (const path of args.files) {
    const options = { source: args.source ?? nameSource(path), without: args.without };
    const done = await enrichFromFile(path, archive, facts, { ...options, today: today() });
    facts = done.facts;
    notes.push(...done.skipped);
    console.log(done.summary);
  }
  const write = (text: string): Promise<void> =>
    writeAtomically(join(seedsFolder(), metadataName), text);
  if (args.isFetch) {
    const save = args.isDryRun
      ? undefined
      : (found: readonly Fact[]): Promise<void> => write(serialiseFacts(found));
    const { without } = args;
    const done = await enrichFromArxiv(archive, facts, { without, today: today(), save });
    facts = done.facts;
    console.log(done.summary);
  }
  for (const note of firstOf(notes, 'more notes')) console.error(`note: ${note}`);
  const text = serialiseFacts(facts);
  console.log(describeCoverage(archive.papers, facts));
  for (const line of describeOpen(archive.papers, facts)) console.log(line);
  if (text === before) return console.log(`${label} was up to date already.`);
  if (!args.isDryRun) await write(text);
  console.log(
    args.isDryRun
      ? 'Nothing was written, because of --dry-run.'
      : `${label} has ${count(text.split('\n').length - 1, 'fact')} now.`,
  );
});

/**
 * The papers, and the facts after the decision of the maintainer. Nothing else of the seeds is kept in memory.
 * @throws {CaptureError} with every fault of the seeds
 */
async function readArchive(
  args: EnrichArguments,
): Promise<{ archive: KnownArchive; before: string; facts: Fact[] }> {
  const sound = await readRegistered(seedsFolder(), {
    reason: 'facts are kept under the slugs in it',
    hint: 'run npm run build, or npm run seeds:add, first.',
  });
  const before = sound.seeds.metadata ?? '';
  const facts = parseFacts(label, before).facts.map(({ line: _, ...fact }): Fact => fact);
  return {
    archive: { papers: sound.archive.papers, ledger: sound.ledger },
    before,
    facts: decide(sound, facts, args).filter(({ source }) => !args.without.includes(source)),
  };
}

function decide(sound: SoundArchive, facts: Fact[], args: EnrichArguments): Fact[] {
  const { decision, source = 'bibliography' } = args;
  if (!decision) return facts;
  const { identity: paper } = findPaper(sound.archive, decision.slug);
  const { id, verdict } = decision;
  return decideCandidate(facts, { paper, id, decision: verdict, source, today: today() });
}

/** The name of a source by its file: `ML papers.bib` → `ml-papers`. */
function nameSource(path: string): string {
  const stem = basename(path).replace(/\..*$/, '').normalize('NFKD').toLowerCase();
  return (
    stem
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'bibliography'
  );
}
