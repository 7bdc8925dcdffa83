import { currentRevision, type Paper } from '../src/archive/archive.ts';
import { renameInLedger } from '../src/archive/change-ledger.ts';
import { isSlug, makeSlug, maxSlugLength, withoutVotes } from '../src/archive/slug.ts';
import { quote } from '../src/capture/problem.ts';
import { paperPath } from '../src/permalinks.ts';
import { checkChange, finishChange, type OpenSeeds, openSeeds } from './change-seeds.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { findPaper } from './find-paper.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run seeds:rename -- SLUG [NEW-SLUG] [--dry-run]
  SLUG       the slug or the address of a paper, such as 101-occ-rag
  NEW-SLUG   its new slug; by default the one of its title, without votes
  --dry-run  says what would happen to addresses, and writes nothing`;

await exitOnFault(async () => {
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseOptions({ allowPositionals: true, options }, usage);
  const [given, wanted] = positionals;
  if (given === undefined || positionals.length > 2) throw new UsageError(usage);
  const open = await openSeeds();
  const paper = findPaper(open.archive, given);
  const to = wanted ?? suggestSlug(paper);
  refuseSlug(open, paper, to);
  const renamed = renameInLedger(open.nextLedger, paper.slug, to);
  const sound = checkChange(open, { ...open.seeds, ledger: renamed });
  const title = quote(currentRevision(paper).title);
  const done = `${title} is ${paperPath(to)}.`;
  await finishChange(open, sound, { done, isDryRun: values['dry-run'] });
});

function suggestSlug(paper: Paper): string {
  const { title } = currentRevision(paper);
  const slug = [title, withoutVotes(title)].map(makeSlug).find((s) => s !== paper.slug);
  if (slug !== undefined) return slug;
  const command = `npm run seeds:rename -- ${paper.slug} NEW-SLUG`;
  throw new UsageError(
    `"${paper.slug}" is the slug of the title ${quote(title)} already.\n  hint: give another one: ${command}`,
  );
}

/** @throws {UsageError} if a paper cannot have a slug */
function refuseSlug({ archive }: OpenSeeds, paper: Paper, slug: string): void {
  if (!isSlug(slug))
    throw new UsageError(
      `A slug is lower-case words joined by hyphens, at most ${maxSlugLength} characters, and no name that Windows refuses, not "${slug}".`,
    );
  if (slug === paper.slug) throw new UsageError(`The paper has the slug "${slug}" already.`);
  const has = (p: { slug: string; formerSlugs: string[] }) =>
    [p.slug, ...p.formerSlugs].includes(slug);
  const owner = archive.papers.find((other) => other !== paper && has(other));
  const title = owner ? currentRevision(owner).title : archive.retiredPapers.find(has)?.title;
  if (title !== undefined)
    throw new UsageError(
      `The address ${paperPath(slug)} belongs to ${quote(title)}.\n  hint: give another slug: npm run seeds:rename -- ${paper.slug} NEW-SLUG`,
    );
}
