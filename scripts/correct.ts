import { join } from 'node:path';
import { currentRevision, type Paper } from '../src/archive/archive.ts';
import { correctionsName, seedLabel } from '../src/capture/seed-name.ts';
import { readCorrections } from '../src/corrections/check-corrections.ts';
import { type Correction, serialiseCorrection } from '../src/corrections/corrections.ts';
import { findRevisions } from '../src/corrections/place-corrections.ts';
import { openPaperRestorer } from '../src/records/restore-paper.ts';
import { explainRefusal } from '../src/render/explain-refusal.ts';
import { isFormula, type Segment } from '../src/restore/segments.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { findPaper } from './find-paper.ts';
import { listFormulas, type RestoredTexts } from './list-formulas.ts';
import { parseOptions } from './parse-options.ts';
import { readSoundArchive, type SoundArchive } from './register-seeds.ts';

const usage = `npm run correct -- SLUG
    lists the formulas of a paper
npm run correct -- SLUG --captured 'TEXT' --latex 'TEX' [--occurrence N] [--in title]
    sets the LaTeX of a captured span, without dollar signs
npm run correct -- SLUG --captured 'TEXT' --plain [--occurrence N] [--in title]
    sets that it is text, not a formula`;

let restore: ReturnType<typeof openPaperRestorer> | undefined;

await exitOnFault(async () => {
  const { slug, change } = readArguments();
  const sound = await readSoundArchive(seedsFolder());
  const paper = findPaper(sound.archive, slug);
  if (change !== undefined) await addCorrection(sound, paper, change);
  else {
    const revision = currentRevision(paper);
    console.log(`${revision.title}\n`);
    const corrections = sound.corrections.get(paper.identity) ?? [];
    const texts = restoreRevision(paper, corrections, paper.revisions.indexOf(revision));
    for (const line of listFormulas(revision, texts)) console.log(line);
    console.log(
      `\nTo correct one: npm run correct -- ${paper.slug} --captured 'TEXT' --latex 'TEX' (or --plain)`,
    );
  }
});

type Change = Omit<Correction, 'paper'>;

function readArguments(): { slug: string; change: Change | undefined } {
  const text = { type: 'string' } as const;
  const options = {
    ...{ captured: text, latex: text, occurrence: text, in: text },
    plain: { type: 'boolean' },
  } as const;
  const { positionals, values } = parseOptions({ allowPositionals: true, options }, usage);
  const { captured, latex, plain, occurrence, in: part } = values;
  if (positionals.length !== 1) throw new UsageError(usage);
  const [slug] = positionals;
  if (Object.keys(values).length === 0) return { slug, change: undefined };
  if (captured === undefined || (latex === undefined) !== (plain === true))
    throw new UsageError(`It takes --captured, and either --latex or --plain.\n\n${usage}`);
  if (occurrence !== undefined && !/^[1-9]\d{0,5}$/.test(occurrence))
    throw new UsageError(`--occurrence takes a number from 1, not "${occurrence}".`);
  if (part !== undefined && part !== 'title' && part !== 'abstract')
    throw new UsageError(`--in takes title or abstract, not "${part}".`);
  const change: Change = { captured, latex: latex ?? null };
  if (part) change.in = part;
  if (occurrence) change.occurrence = Number(occurrence);
  return { slug, change };
}

/** One revision of a paper, restored and corrected. */
function restoreRevision(
  paper: Paper,
  corrections: readonly Correction[],
  index: number,
): RestoredTexts {
  restore ??= openPaperRestorer();
  return restore(paper, corrections, index);
}

/** Checks a correction and appends it. @throws {UsageError} with the reason, if it is refused */
async function addCorrection(sound: SoundArchive, paper: Paper, change: Change): Promise<void> {
  const { seeds, archive, corrections } = sound;
  const label = seedLabel(correctionsName);
  const before = (seeds.corrections ?? '').replace(/(?<=[^\n])$/, '\n');
  const line = before.split('\n').length;
  const text = `${before}${serialiseCorrection({ paper: paper.slug, ...change })}\n`;
  const { byPaper, problems } = readCorrections(label, text, archive, explainRefusal);
  if (problems.length > 0) {
    const reasons = problems.map(({ message, hint }) => `${message}\n  hint: ${hint}`);
    throw new UsageError(`Not added. ${reasons.join('\n')}`);
  }
  const after = byPaper.get(paper.identity) ?? [];
  const added = after.find((correction) => correction.line === line);
  if (added === undefined) throw new Error(`The new line ${line} was not read again.`);
  const [index] = findRevisions(paper, added);
  const old = restoreRevision(paper, corrections.get(paper.identity) ?? [], index);
  const now = restoreRevision(paper, after, index);
  if (JSON.stringify(old) === JSON.stringify(now)) {
    throw new UsageError(
      change.latex === null
        ? 'Not added. There is no formula to remove: the span is text already.'
        : 'Not added. It changes nothing: every occurrence is part of a larger formula.\n  hint: give the whole formula, or use --occurrence.',
    );
  }
  await writeAtomically(join(seedsFolder(), correctionsName), text);
  const meaning =
    change.latex === null ? 'is text' : `is $${change.latex}$, in ${countPlaces(now, change)}`;
  console.log(`${label}:${line} was added: ${change.captured} ${meaning}.`);
}

function countPlaces({ title, abstract }: RestoredTexts, { captured, latex }: Change): string {
  const isMeant = (s: Segment): boolean =>
    isFormula(s) && s.corrected === true && s.captured === captured && s.latex === latex;
  const count = [...title, ...abstract].filter(isMeant).length;
  return count === 1 ? 'one place' : `${count} places`;
}
