import { resolve } from 'node:path';
import type { Day, Paper } from '../src/archive/archive.ts';
import { findLinks } from '../src/archive/find-links.ts';
import { formatDate, formatSpan } from '../src/calendar/format-date.ts';
import { count } from '../src/capture/problem.ts';
import { restoreCorrected } from '../src/corrections/apply-corrections.ts';
import { placeInPaper } from '../src/corrections/place-corrections.ts';
import { type DigestDay, type DigestPaper, writeDigest } from '../src/export/digest-page.ts';
import { dayPath, paperPath } from '../src/permalinks.ts';
import { cleanSegments } from '../src/render/clean-segments.ts';
import { toTextParts } from '../src/render/text-parts.ts';
import { partsToParagraphs, toPlainText } from '../src/render/to-text.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { site } from '../src/site.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readModel } from '../src/store/read-model.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { readAddress } from './build-site.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';
import { readSoundArchive, type SoundArchive } from './register-seeds.ts';
import { writeMail } from './write-mail.ts';

const usage = `npm run -s digest -- --day 2025-03-14 > day.eml
    writes a day as a mail, for any mail program or list
npm run digest -- --since 2025-03-11 --out week.eml [--from ADDRESS] [--to ADDRESS]
    writes that day and all later ones as a mail, to a file`;

/** Number of days named before and after a day that has no captures. */
const nearest = 2;

await exitOnFault(async () => {
  const { day, since, out, from, to } = readArguments();
  const sound = await readSoundArchive(seedsFolder());
  const days = findDays(sound, day, since);
  const address = readAddress();
  const [first, last] = [days[0].date, days[days.length - 1].date];
  const span = first === last ? formatDate(last).full : formatSpan(first, last);
  const letter = writeDigest({
    name: site.name,
    span,
    language: site.language,
    footer: site.footer,
    days: describeDays(sound, days, address),
  });
  const mail = await writeMail(letter, {
    name: first === last ? last : `${first}/${last}`,
    date: last,
    host: address.hostname,
    from: from ?? `${site.name} <digest@${address.hostname}>`,
    to,
  });
  if (!process.env.SITE_URL)
    console.error(`note: SITE_URL is not set: the links of the mail lead to ${address.href}.`);
  if (out === undefined) return void process.stdout.write(mail);
  await writeAtomically(resolve(out), mail);
  console.log(`${out}: ${letter.subject}, ${count(Math.ceil(mail.length / 1024), 'kilobyte')}.`);
}, 'nothing was written');

function readArguments() {
  const text = { type: 'string' } as const;
  const options = { day: text, since: text, out: text, from: text, to: text };
  const { values } = parseOptions({ options }, usage);
  const date = values.day ?? values.since;
  if (date === undefined || (values.day && values.since))
    throw new UsageError(`It takes a day: either --day or --since.\n\n${usage}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new UsageError(`A day is written like 2025-03-14, not "${date}".`);
  return values;
}

function findDays({ archive: { days } }: SoundArchive, day?: string, since = ''): Day[] {
  const found = days.filter(({ date }) => (day ? date === day : date >= since));
  if (found.length > 0) return found;
  if (days.length === 0) throw new UsageError('There are no captures yet: seeds/ is empty.');
  const wanted = day ?? since;
  const before = days.filter(({ date }) => date < wanted).slice(-nearest);
  const after = days.filter(({ date }) => date > wanted).slice(0, nearest);
  const list = [...before, ...after].map(({ date }) => `\n  ${date}`).join('');
  const what = day ? `of ${day}` : `since ${since}`;
  throw new UsageError(`There are no captures ${what}. The nearest days with captures:${list}`);
}

function describeDays(
  { archive, corrections }: SoundArchive,
  days: readonly Day[],
  address: URL,
): DigestDay[] {
  const restorer = createRestorer(readModel());
  const papers = new Map(archive.papers.map((paper) => [paper.slug, paper]));
  const describe = (paper: Paper): DigestPaper => {
    const index = paper.listings[paper.listings.length - 1].revision;
    const revision = paper.revisions[index];
    const { edits } = placeInPaper(paper, corrections.get(paper.identity) ?? [])[index];
    const { title, abstract } = restoreCorrected(revision, restorer.restore, edits);
    const links = new Map(findLinks(revision.abstract).map((link) => [link.url, link]));
    return {
      title: toPlainText(cleanSegments(title)),
      url: new URL(paperPath(paper.slug), address).href,
      abstract: partsToParagraphs(toTextParts(cleanSegments(abstract))),
      links: [...links.values()],
    };
  };
  return days.map(({ date, entries }) => ({
    title: formatDate(date).full,
    url: new URL(dayPath(date), address).href,
    papers: entries.flatMap(({ slug }) => {
      const paper = papers.get(slug);
      return paper ? [describe(paper)] : [];
    }),
  }));
}
