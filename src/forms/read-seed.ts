import { createHash } from 'node:crypto';
import type { Capture, CaptureDate, CaptureEntry } from '../capture/capture.ts';
import { decodeSeed } from '../capture/decode-seed.ts';
import { normaliseSeed } from '../capture/normalise-seed.ts';
import { dateFromFileName } from '../capture/parse-date.ts';
import { CaptureError, type Problem, problemOfFile } from '../capture/problem.ts';
import { unwrap } from '../capture/unwrap.ts';
import { apiAnswer } from './api-answer.ts';
import { arxivMail } from './arxiv-mail.ts';
import { feed } from './feed.ts';
import type { Form, RawCapture, RawEntry, SeedText } from './form.ts';
import { toCaptureDate } from './iso-date.ts';
import { readPastedPage } from './pasted-page.ts';
import { refuseForm } from './refuse-form.ts';
import { savedPage } from './saved-page.ts';

/** A capture of a seed. */
export interface SeedCapture extends Capture {
  /** Its identity: a SHA-256 as 64 hexadecimal digits. */
  sha256: string;
  /** What the seed is, for people: `a pasted page`. */
  form: string;
  /** The usual ending of files of that form: `.json`. */
  extension: string;
}

/** Forms that are recognised by what they begin with, feeds before other markup; anything else is a pasted page. */
const forms: readonly Form[] = [apiAnswer, feed, savedPage, arxivMail];

/**
 * Reads a seed of any form, which is recognised by its content.
 * @param file its name for people: `seeds/2025-03-11.txt`
 * @returns captures, each of one day, at least one. A pasted page is identified by its normalised text, a capture of
 *   another form by its day and by the texts of its papers: a later answer in which only votes differ is the same.
 * @throws {CaptureError} with every fault of the seed
 */
export function readSeed(file: string, bytes: Uint8Array): SeedCapture[] {
  const text = decodeSeed(file, bytes).replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  const form = forms.find(({ isOf }) => isOf(text));
  if (form) return readForm(form, { file, text }).map((raw) => toCapture(file, form, raw));
  const normalised = normaliseSeed(text);
  const page = readPage(file, normalised, refuseForm(file, text));
  return [{ ...page, sha256: digest(normalised), form: 'a pasted page', extension: '.txt' }];
}

/** @param doubt what the text is rather than a page; if it can be read as one, only a maintainer can decide */
function readPage(file: string, text: string, doubt: Problem | undefined): Capture {
  try {
    return { ...readPastedPage(file, text), ...(doubt && { doubt }) };
  } catch (error) {
    throw doubt && error instanceof CaptureError ? new CaptureError([doubt]) : error;
  }
}

/** @throws {CaptureError} also for what is nested too deeply for the parsers of a form */
function readForm(form: Form, seed: SeedText): RawCapture[] {
  try {
    return form.read(seed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaptureError([
      problemOfFile(
        seed.file,
        'file/too-deep',
        `This is ${form.name}, and it is nested too deeply to be read.`,
        'save the page again; no page of papers has thousands of levels.',
      ),
    ]);
  }
}

function toCapture(file: string, form: Form, raw: RawCapture): SeedCapture {
  const nameDate = dateFromFileName(file);
  const named = nameDate && !raw.isOfSeveralDays ? toCaptureDate(nameDate.iso, 0) : undefined;
  const date = raw.date ?? named ?? assumeDate(raw);
  const entries = raw.entries.map(toEntry);
  const problems = [
    ...(date ? [] : [raw.isOfSeveralDays ? severalDays(file) : noDay(file, form)]),
    ...entries.flatMap((entry) => findTextProblems(file, entry)),
    ...(entries.length === 0 ? [noEntries(file, form)] : []),
  ];
  if (problems.length > 0 || !date) throw new CaptureError(problems);
  const texts = entries.map(({ title, abstract }) => [title, abstract]);
  return {
    file,
    date,
    ...(nameDate && !raw.date && { nameDate: nameDate.iso }),
    entries,
    header: [],
    sha256: digest(JSON.stringify([date.text, texts])),
    form: form.name,
    extension: form.extension,
  };
}

const assumeDate = ({ publishedLast }: RawCapture): CaptureDate | undefined =>
  publishedLast === undefined ? undefined : { ...toCaptureDate(publishedLast), isAssumed: true };

/** An entry whose wrapped lines are joined, as those of a pasted page are. */
function toEntry({ title, abstract, line, facts }: RawEntry, index: number): CaptureEntry {
  return {
    rank: index + 1,
    title: unwrap(title).join(' '),
    abstract: unwrap(abstract).join('\n\n'),
    line,
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function findTextProblems(file: string, { title, abstract, line, rank }: CaptureEntry): Problem[] {
  const missing = title === '' ? 'title' : abstract === '' ? 'abstract' : undefined;
  if (missing === undefined) return [];
  return [
    {
      ...{ file, line, column: 1, code: `entry/no-${missing}` },
      message: `Paper ${rank}${title === '' ? '' : `, "${title}",`} has no ${missing}.`,
      hint: 'the source may not have it yet: fetch the day again later, or remove the paper from the file.',
    },
  ];
}

const noDay = (file: string, { name }: Form): Problem =>
  problemOfFile(
    file,
    'date/missing',
    `This is ${name}, and it does not say of which day it is.`,
    "begin the file's name with the day, as in 2025-03-11.json.",
  );

const severalDays = (file: string): Problem =>
  problemOfFile(
    file,
    'date/several',
    'This is the page of a week or a month, and some of its papers do not say of which day they are.',
    'save the page of each day, or run npm run seeds:fetch -- --week 2025-W11.',
  );

const noEntries = (file: string, { name }: Form): Problem =>
  problemOfFile(
    file,
    'entry/none',
    `This is ${name}, and no paper is in it.`,
    'save it again when the papers of the day are there.',
  );

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
