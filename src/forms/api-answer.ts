import { z } from 'zod';
import { CaptureError, type Problem, problemOfFile } from '../capture/problem.ts';
import { readArxivId } from '../text/arxiv-id.ts';
import { compactFacts, readHttpsUrl } from './facts.ts';
import type { Form, RawCapture, RawEntry } from './form.ts';
import { isoDate, toCaptureDate } from './iso-date.ts';
import { parseJsonValues } from './parse-json-values.ts';

const text = z.string().catch('');
const count = z.int().nonnegative().optional().catch(undefined);
const organisation = z
  .object({ fullname: z.string().optional(), name: z.string().optional() })
  .optional()
  .catch(undefined);

/** The fields of an entry that are used; others are ignored, and so are values of other types. */
const apiEntry = z.object({
  paper: z.object({
    id: text,
    title: text,
    summary: text,
    authors: z.array(z.object({ name: z.string() })).catch([]),
    publishedAt: text,
    submittedOnDailyAt: text,
    upvotes: count,
    githubRepo: text,
    githubStars: count,
    projectPage: text,
    ai_keywords: z.array(z.string()).catch([]),
    organization: organisation,
  }),
  title: text,
  summary: text,
  publishedAt: text,
  numComments: count,
  organization: organisation,
});
const apiEntries = z.array(apiEntry).min(1);
type ApiEntry = z.infer<typeof apiEntry>;

/** Entries that were asked for together. */
interface Answer {
  /** The day that was asked for. */
  date: string | undefined;
  /** Whether a week or a month was asked for. */
  isOfSeveralDays?: boolean;
  entries: { entry: ApiEntry; line: number }[];
}

/**
 * The JSON of the Daily Papers API: an array of entries, an object that holds one (`{"date", "answer"}`,
 * `{"dateString", "dailyPapers"}`), or JSON lines of entries or such objects. Dates of single entries come first.
 * Without them an answer is of the day that was asked for, of the day in the file's name, or of the latest
 * `publishedAt`, which was another day in 5 of 151 real answers.
 */
export const apiAnswer: Form = {
  name: 'an answer of the Daily Papers API',
  extension: '.json',
  // Other texts, too, begin with a bracket: Markdown with a link, settings with the name of a section.
  isOf: (seed) => /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(seed),
  read({ file, text: json }) {
    const answers = parseJsonValues(file, json).flatMap(({ value, line }) =>
      listAnswers(value, line, json),
    );
    const loose = answers.filter(({ isEntry }) => isEntry).flatMap(({ entries }) => entries);
    const joined: Answer[] = [
      ...answers.filter(({ isEntry }) => !isEntry),
      ...(loose.length > 0 ? [{ date: undefined, entries: loose }] : []),
    ];
    if (joined.length === 0) throw new CaptureError([notAnAnswer(file)]);
    return mergeDays(joined.flatMap(splitDays));
  },
};

/** The captures of a page's or an answer's JSON value. */
export function readAnswer(value: unknown, line: number): RawCapture[] {
  return mergeDays(listAnswers(value, line, '').flatMap(splitDays));
}

function listAnswers(
  value: unknown,
  line: number,
  json: string,
): (Answer & { isEntry: boolean })[] {
  const { data: entry } = apiEntry.safeParse(value);
  if (entry) return [{ date: undefined, entries: locate([entry], line, json), isEntry: true }];
  for (const part of Array.isArray(value) ? [value] : Object.values(value ?? {})) {
    const { data: list } = apiEntries.safeParse(part);
    if (!list) continue;
    const { date, dateString, periodType } = value as Record<string, unknown>;
    const day = isoDate(date) ?? isoDate(dateString);
    const isOfSeveralDays = periodType === 'week' || periodType === 'month';
    return [
      {
        ...{ date: isOfSeveralDays ? undefined : day, isOfSeveralDays },
        ...{ entries: locate(list, line, json), isEntry: false },
      },
    ];
  }
  return [];
}

/** Entries with the lines that their identifiers are on. */
function locate(list: readonly ApiEntry[], line: number, json: string): Answer['entries'] {
  let at = 0;
  let current = line;
  return list.map((entry) => {
    const next = entry.paper.id === '' ? -1 : json.indexOf(JSON.stringify(entry.paper.id), at);
    if (next >= 0) {
      current += json.slice(at, next).split('\n').length - 1;
      at = next;
    }
    return { entry, line: current };
  });
}

function splitDays({ date, isOfSeveralDays, entries }: Answer): RawCapture[] {
  const byDay = Map.groupBy(
    entries,
    ({ entry }) => isoDate(entry.paper.submittedOnDailyAt) ?? date,
  );
  return [...byDay].map(([day, members]): RawCapture => {
    const entries = members.map(readEntry);
    if (day !== undefined) return { date: toCaptureDate(day), entries };
    if (isOfSeveralDays) return { isOfSeveralDays, entries };
    const published = members.flatMap(({ entry }) => isoDate(entry.publishedAt) ?? []);
    const publishedLast = published.sort().at(-1);
    return publishedLast === undefined ? { entries } : { publishedLast, entries };
  });
}

function readEntry({ entry, line }: Answer['entries'][number]): RawEntry {
  const { paper } = entry;
  const { fullname, name: account } = paper.organization ?? entry.organization ?? {};
  return {
    title: paper.title || entry.title,
    abstract: paper.summary || entry.summary,
    line,
    facts: compactFacts({
      arxivId: readArxivId(paper.id),
      authors: paper.authors.map(({ name }) => name),
      organisation: fullname ?? account,
      published: isoDate(paper.publishedAt),
      votes: paper.upvotes,
      comments: entry.numComments,
      keywords: paper.ai_keywords,
      projectPage: readHttpsUrl(paper.projectPage),
      code: readHttpsUrl(paper.githubRepo),
      stars: paper.githubStars,
    }),
  };
}

/** Captures of one day become one: JSON lines may give a day in parts. */
function mergeDays(captures: readonly RawCapture[]): RawCapture[] {
  const byDay = Map.groupBy(captures, ({ date, publishedLast }) => date?.text ?? publishedLast);
  return [...byDay.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, entries: [first, ...rest].flatMap(({ entries }) => entries) }] : [],
  );
}

const notAnAnswer = (file: string): Problem =>
  problemOfFile(
    file,
    'file/unknown-form',
    'This is JSON, but not an answer of the Daily Papers API: it has no entry with "paper", "title" and "summary".',
    'save the answer of https://huggingface.co/api/daily_papers?date=2025-03-11 as it comes, or run npm run seeds:fetch.',
  );
