import { resolve } from 'node:path';
import type { Day, Paper } from '../src/archive/archive.ts';
import { findLinks } from '../src/archive/find-links.ts';
import { formatDate, formatSpan } from '../src/calendar/format-date.ts';
import { count } from '../src/capture/problem.ts';
import type { Detail, DigestDay, DigestPaper, Extent } from '../src/export/digest-page.ts';
import { dayPath, paperPath } from '../src/permalinks.ts';
import { openPaperRestorer } from '../src/records/restore-paper.ts';
import { cleanSegments } from '../src/render/clean-segments.ts';
import { toTextParts } from '../src/render/text-parts.ts';
import { partsToParagraphs, toPlainText } from '../src/render/to-text.ts';
import { site } from '../src/site.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { foldWords } from '../src/text/fold-words.ts';
import { readAddress } from './build-site.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';
import { readSoundArchive, type SoundArchive } from './register-seeds.ts';
import { mostMailBytes, writeDigestMail } from './write-mail.ts';

const usage = `npm run -s digest -- --day 2025-03-14 > day.eml
    writes a day as a mail, for any mail program or list
npm run digest -- --since 2025-03-11 [--until 2025-03-14] --out week.eml
    writes that day and the later ones as a mail, to a file
  --titles           titles only
  --search "WORDS"   only papers with all of these words in title or abstract
  --full             whole abstracts, even if the mail gets larger than 100 KB, where Gmail cuts it
  --from, --to       addresses of the mail`;

/** Number of days named before and after a day that has no captures. */
const nearest = 2;

await exitOnFault(async () => {
  const { day, since, until, out, from, to, ...choice } = readArguments();
  const sound = await readSoundArchive(seedsFolder());
  const address = readAddress();
  const found = findDays(sound, day ?? since, day ?? until);
  const days = choose(describeDays(sound, found, address), choice.search);
  const [first, last] = [days[0].date, days[days.length - 1].date];
  const span = first === last ? formatDate(last).full : formatSpan(first, last);
  const { mail, letter, extent } = await writeDigestMail(
    {
      ...{ name: site.name, language: site.language, footer: site.footer },
      ...{ span, days },
      ...(choice.search !== undefined && { search: choice.search }),
    },
    {
      name: nameMail(first, last, choice),
      date: last,
      host: address.hostname,
      from: from ?? `${site.name} <digest@${address.hostname}>`,
      to,
    },
    choice.titles ? 'titles' : 'abstracts',
    choice.full ? undefined : mostMailBytes,
  );
  if (!process.env.SITE_URL)
    console.error(`note: SITE_URL is not set: the links of the mail lead to ${address.href}.`);
  if (extent.isShortened) console.error(`note: ${explainShortening(extent, choice)}`);
  if (out === undefined) return void process.stdout.write(mail);
  await writeAtomically(resolve(out), mail);
  console.log(`${out}: ${letter.subject}, ${count(Math.ceil(mail.length / 1024), 'kilobyte')}.`);
}, 'nothing was written');

interface Choice {
  titles?: boolean | undefined;
  search?: string | undefined;
  full?: boolean | undefined;
}

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    ...{ day: text, since: text, until: text, out: text, from: text, to: text },
    ...{ titles: flag, search: text, full: flag },
  };
  const { values } = parseOptions({ options }, usage);
  const { day, since, until, search } = values;
  if ((day === undefined) === (since === undefined))
    throw new UsageError(`It takes a day: either --day or --since.\n\n${usage}`);
  if (until !== undefined && since === undefined)
    throw new UsageError(`--until goes with --since.\n\n${usage}`);
  for (const date of [day, since, until])
    if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new UsageError(`A day is written like 2025-03-14, not "${date}".`);
  if (since !== undefined && until !== undefined && until < since)
    throw new UsageError(`--until ${until} is before --since ${since}.`);
  if (search !== undefined && foldWords(search).length === 0)
    throw new UsageError(`--search takes words, not "${search}".`);
  return { ...values, search: search?.trim() };
}

/** @throws {UsageError} when no day from `first` to `last` has captures */
function findDays({ archive: { days } }: SoundArchive, first = '', last?: string): Day[] {
  const isUpTo = (date: string): boolean => last === undefined || date <= last;
  const found = days.filter(({ date }) => date >= first && isUpTo(date));
  if (found.length > 0) return found;
  if (days.length === 0) throw new UsageError('There are no captures yet: seeds/ is empty.');
  const before = days.filter(({ date }) => date < first).slice(-nearest);
  const after = days.filter(({ date }) => !isUpTo(date)).slice(0, nearest);
  const list = [...before, ...after].map(({ date }) => `\n  ${date}`).join('');
  const until = last === undefined ? `since ${first}` : `from ${first} to ${last}`;
  const what = first === last ? `of ${first}` : until;
  throw new UsageError(`There are no captures ${what}. The nearest days with captures:${list}`);
}

/**
 * The papers that have all words of a search in title or abstract, as whole words or as beginnings of words, and their
 * days; everything without a search.
 * @throws {UsageError} when no paper has them
 */
function choose(days: readonly DatedDay[], search: string | undefined): readonly DatedDay[] {
  if (search === undefined) return days;
  const wanted = foldWords(search);
  const hasAll = ({ title, abstract }: DigestPaper): boolean => {
    const words = foldWords(`${title} ${abstract}`);
    return wanted.every((word) => words.some((other) => other.startsWith(word)));
  };
  const chosen = days
    .map((day) => ({ ...day, papers: day.papers.filter(hasAll) }))
    .filter(({ papers }) => papers.length > 0);
  if (chosen.length > 0) return chosen;
  const [first, last] = [days[0].date, days[days.length - 1].date];
  const span = first === last ? `of ${first}` : `from ${first} to ${last}`;
  throw new UsageError(`No paper ${span} has all words of "${search}", so there is no mail.`);
}

/** What the ids of a mail derive from: the same days chosen in another way are another mail. */
function nameMail(first: string, last: string, { titles, search }: Choice): string {
  const choice = new URLSearchParams({
    ...(titles && { titles: '1' }),
    ...(search !== undefined && { search: foldWords(search).join(' ') }),
  });
  return `${first === last ? last : `${first}/${last}`}${choice.size > 0 ? `?${choice}` : ''}`;
}

/** The note about a mail that was shortened. */
function explainShortening({ html, text, papers }: Extent, { titles }: Choice): string {
  const parts = { abstracts: 'abstracts', sentences: 'first sentences', titles: 'titles' };
  const own = (detail: Detail): string => parts[detail === 'bare-titles' ? 'titles' : detail];
  let what = `${own(html)} instead of abstracts`;
  if (html === 'abstracts') what = `whole abstracts in HTML, and ${own(text)} in plain text`;
  if (titles) what = 'no addresses of papers in plain text';
  if (papers !== undefined) what = `only the first ${count(papers, 'title')}`;
  return `the mail has ${what}, to stay below ${mostMailBytes / 1000} KB; --full writes all of it.`;
}

/** A day of a digest with its ISO date. */
type DatedDay = DigestDay & { date: string };

function describeDays(
  { archive, corrections }: SoundArchive,
  days: readonly Day[],
  address: URL,
): DatedDay[] {
  const restore = openPaperRestorer();
  const papers = new Map(archive.papers.map((paper) => [paper.slug, paper]));
  const describe = (paper: Paper): DigestPaper => {
    const index = paper.listings[paper.listings.length - 1].revision;
    const revision = paper.revisions[index];
    const own = corrections.get(paper.identity) ?? [];
    const { title, abstract } = restore(paper, own, index);
    const links = new Map(findLinks(revision.abstract).map((link) => [link.url, link]));
    return {
      title: toPlainText(cleanSegments(title)),
      url: new URL(paperPath(paper.slug), address).href,
      abstract: partsToParagraphs(toTextParts(cleanSegments(abstract))),
      links: [...links.values()],
    };
  };
  return days.map(({ date, entries }) => ({
    date,
    title: formatDate(date).full,
    url: new URL(dayPath(date), address).href,
    papers: entries.flatMap(({ slug }) => {
      const paper = papers.get(slug);
      return paper ? [describe(paper)] : [];
    }),
  }));
}
