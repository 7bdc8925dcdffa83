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
import { type ReadPapers, readPapers } from './enrich/read-papers.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { findPaper } from './find-paper.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run enrich -- FILE…
    takes authors, ids and venues from files: arXiv's metadata snapshot, answers of arXiv's API and of the
    Daily Papers API, BibTeX, RIS, CSL-JSON
npm run enrich -- --fetch
    asks arXiv's API about the papers without facts from arXiv
npm run enrich -- --accept SLUG ID
npm run enrich -- --refuse SLUG ID
    decides whether a record is a paper
npm run enrich -- --without SOURCE
    removes all facts of a source

--source NAME names the bibliographies; otherwise their files do
--dry-run     writes nothing`;

const label = seedLabel(metadataName);

await exitOnFault(async () => {
  const args = readArguments();
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

/** What `npm run enrich` is asked to do. */
interface EnrichArguments {
  files: string[];
  isFetch: boolean;
  isDryRun: boolean;
  decision?: { verdict: 'accepted' | 'refused'; slug: string; id: string };
  /** Names of sources that are left out. */
  without: string[];
  /** The name of the bibliographies among the files. */
  source?: string;
}

function readArguments(): EnrichArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { positionals, values } = parseOptions(
    {
      allowPositionals: true,
      options: {
        ...{ accept: text, refuse: text, source: text },
        without: { type: 'string', multiple: true, default: [] },
        ...{ fetch: flag, 'dry-run': flag },
      },
    },
    usage,
  );
  const { accept, refuse, without, source } = values;
  if (accept !== undefined && refuse !== undefined)
    throw new UsageError('It takes --accept or --refuse, not both.');
  const slug = accept ?? refuse;
  const [id, ...rest] = positionals;
  if (slug !== undefined && id === undefined)
    throw new UsageError(
      `--${accept === undefined ? 'refuse' : 'accept'} takes a slug and an id.\n\n${usage}`,
    );
  const files = slug === undefined ? positionals : rest;
  if (files.length === 0 && slug === undefined && !values.fetch && without.length === 0)
    throw new UsageError(usage);
  for (const name of [...without, ...(source === undefined ? [] : [source])])
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      throw new UsageError(`The name of a source has letters, digits and hyphens, not "${name}".`);
  const verdict = accept === undefined ? 'refused' : 'accepted';
  return {
    ...{ files, without, isFetch: values.fetch, isDryRun: values['dry-run'] },
    ...(slug !== undefined && id !== undefined && { decision: { verdict, slug, id } }),
    ...(source !== undefined && { source }),
  };
}

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
