import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffle } from '../../scripts/train/random.ts';
import { makeSeed } from './archive-fixture.ts';
import { capturedFormulas, type MadePaper, makePaper, makeTitle, pick } from './make-papers.ts';

/** What a maintainer has in `seeds/`: papers by the names of the captures that they stand in, and corrections. */
export interface KeptSeeds {
  captures: Map<string, MadePaper[]>;
  /** Lines of `corrections.jsonl`. */
  corrections: string[];
}

/** Changes seeds in a way that is chosen at random. @returns what was done, in words */
export type SeedEdit = (seeds: KeptSeeds, random: () => number, ledger: string) => string;

const daysInMs = 86_400_000;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * daysInMs).toISOString().slice(0, 10);
const dateOf = (name: string): string => name.slice(0, 10);
const lastDate = ({ captures }: KeptSeeds): string =>
  dateOf([...captures.keys()].sort().at(-1) ?? '');

/** Some sixty papers on twelve days; one stands on two of them, and one day has two captures. */
export function makeSeeds(random: () => number): KeptSeeds {
  const seeds: KeptSeeds = { captures: new Map(), corrections: [] };
  for (let day = 0; day < 12; day++)
    seeds.captures.set(`${addDays('2025-02-20', 2 * day)}.txt`, makePapers(5, random));
  const [first, second] = [...seeds.captures.keys()];
  seeds.captures.get(second)?.push(...(seeds.captures.get(first) ?? []).slice(0, 1));
  seeds.captures.set(`${dateOf(second)}-evening.txt`, makePapers(2, random));
  return seeds;
}

const makePapers = (count: number, random: () => number): MadePaper[] =>
  Array.from({ length: count }, () => makePaper(random));

/** Makes a folder hold these seeds; what has not changed is not touched, nor is the ledger. */
export function writeSeeds({ captures, corrections }: KeptSeeds, folder: string): void {
  const files = new Map([...captures].map(([name, papers]) => [name, writeCapture(name, papers)]));
  if (corrections.length > 0) files.set('corrections.jsonl', `${corrections.join('\n')}\n`);
  for (const name of readdirSync(folder))
    if (!files.has(name) && name !== 'ledger.json') rmSync(join(folder, name));
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

function writeCapture(name: string, papers: readonly MadePaper[]): string {
  const day = new Date(dateOf(name)).toLocaleDateString('en', {
    ...{ month: 'short', day: 'numeric' },
    timeZone: 'UTC',
  });
  return makeSeed(day, ...papers.map(({ title, abstract }): [string, string] => [title, abstract]));
}

/** A capture at random, and a paper of it. */
function pickPaper({ captures }: KeptSeeds, random: () => number): [name: string, at: number] {
  const name = pick([...captures.keys()], random);
  return [name, Math.floor(random() * (captures.get(name)?.length ?? 0))];
}

function replacePaper(
  { captures }: KeptSeeds,
  [name, at]: [string, number],
  change: (paper: MadePaper) => MadePaper,
): void {
  captures.set(
    name,
    captures.get(name)?.map((paper, i) => (i === at ? change(paper) : paper)) ?? [],
  );
}

/** A new day, an old one between others, or another capture of a day; sometimes with a paper that is known. */
function add(seeds: KeptSeeds, random: () => number): string {
  const papers = makePapers(2 + Math.floor(random() * 3), random);
  const [name, at] = pickPaper(seeds, random);
  const known = seeds.captures.get(name)?.[at];
  if (known && random() < 0.5) papers.splice(1, 0, known);
  const date = pick([addDays(lastDate(seeds), 1), addDays(dateOf(name), 1), dateOf(name)], random);
  let added = `${date}.txt`;
  for (let i = 2; seeds.captures.has(added); i++) added = `${date}-${i}.txt`;
  seeds.captures.set(added, papers);
  return `add ${added} with ${papers.length} papers`;
}

/** An abstract has a few words more: it stays the abstract of this paper. */
function change(seeds: KeptSeeds, random: () => number): string {
  const place = pickPaper(seeds, random);
  const words = makeTitle(random).toLowerCase();
  replacePaper(seeds, place, ({ title, abstract }) => ({
    title,
    abstract: `${abstract} Also ${words}.`,
  }));
  return `change paper ${place[1] + 1} of ${place[0]}`;
}

/** A paper has another title, in a capture of a new day or where it stands. */
function retitle(seeds: KeptSeeds, random: () => number): string {
  const [name, at] = pickPaper(seeds, random);
  const title = makeTitle(random);
  if (random() < 0.5) {
    replacePaper(seeds, [name, at], ({ abstract }) => ({ title, abstract }));
    return `retitle paper ${at + 1} of ${name}`;
  }
  const abstract = seeds.captures.get(name)?.[at].abstract ?? '';
  const added = `${addDays(lastDate(seeds), 1)}.txt`;
  seeds.captures.set(added, [{ title, abstract }, makePaper(random)]);
  return `retitle paper ${at + 1} of ${name} in ${added}`;
}

/** A formula is corrected; the paper is named as the ledger has it. */
function correct(seeds: KeptSeeds, random: () => number, ledger: string): string {
  const slugs = new Map<string, string>(
    JSON.parse(ledger).papers.map(({ title, slug }: Record<string, string>) => [title, slug]),
  );
  const candidates = [...seeds.captures.values()].flat().flatMap(({ title, abstract }) => {
    const slug = slugs.get(title);
    const formula = capturedFormulas.find(([captured]) => abstract.includes(` ${captured} `));
    const isCorrected = seeds.corrections.some((line) => line.includes(`"${slug}"`));
    return slug && formula && !isCorrected ? [{ slug, formula }] : [];
  });
  const { slug, formula } = pick(candidates, random);
  const [captured, latex] = formula;
  seeds.corrections.push(JSON.stringify({ paper: slug, in: 'abstract', captured, latex }));
  return `correct ${captured} of ${slug}`;
}

/** A capture is taken away; what stood in no other one is gone. */
function remove(seeds: KeptSeeds, random: () => number): string {
  const name = pick([...seeds.captures.keys()], random);
  seeds.captures.delete(name);
  return `remove ${name}`;
}

/** The edits of seeds by their names. */
export const seedEdits = { add, change, retitle, correct, remove } satisfies Record<
  string,
  SeedEdit
>;

/** So many of several kinds, in an order that has each of them before one comes again. */
export function drawKinds<Kind>(
  kinds: readonly Kind[],
  count: number,
  random: () => number,
): Kind[] {
  const drawn: Kind[] = [];
  while (drawn.length < count) drawn.push(...shuffle([...kinds], random));
  return drawn.slice(0, count);
}
