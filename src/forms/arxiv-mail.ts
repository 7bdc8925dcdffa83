import { CaptureError, type Problem } from '../capture/problem.ts';
import { readArxivId } from '../text/arxiv-id.ts';
import { compactFacts } from './facts.ts';
import type { Form, RawEntry } from './form.ts';
import { mailDate, toCaptureDate } from './iso-date.ts';

/** A line of two backslashes, which stands above, between and below the parts of a paper. */
const rule = '\\\\';

/**
 * A mail of arXiv's listing: papers between lines of `\\`, with fields and an abstract. Papers that were replaced
 * have no abstract and are left out. The day is the end of the period of submission.
 * @see https://info.arxiv.org/help/subscribe.html
 */
export const arxivMail: Form = {
  name: 'an arXiv mail',
  extension: '.txt',
  isOf: (text) => /^\\\\$\n^arXiv:\d{4}\.\d{4,5}/m.test(text) && /^Title: /m.test(text),
  read({ file, text }) {
    const period = /received from\s+.*?\bto\b(.*)$/m.exec(text)?.[1];
    const day = mailDate(period ?? /^Date: (.*)$/m.exec(text)?.[1] ?? '');
    return [
      { ...(day !== undefined && { date: toCaptureDate(day) }), entries: readPapers(file, text) },
    ];
  },
};

/** @throws {CaptureError} if the mail ends within a paper */
function readPapers(file: string, text: string): RawEntry[] {
  const lines = text.split('\n');
  const entries: RawEntry[] = [];
  for (let i = 0; i < lines.length; i++) {
    const id = readArxivId(/^arXiv:(\S+)/.exec(lines[i + 1] ?? '')?.[1] ?? '');
    if (lines[i] !== rule || id === undefined) continue;
    const fieldsEnd = findRule(lines, i + 1);
    const isReplaced = fieldsEnd < lines.length && lines[fieldsEnd] !== rule;
    if (isReplaced) continue;
    const end = findRule(lines, fieldsEnd + 1);
    if (end >= lines.length) throw new CaptureError([cutOff(file, i + 1, id)]);
    const fields = readFields(lines.slice(i + 1, fieldsEnd));
    entries.push({
      title: fields.get('Title') ?? '',
      abstract: lines
        .slice(fieldsEnd + 1, end)
        .join('\n')
        .trim(),
      line: i + 1 + lines.slice(i, fieldsEnd).findIndex((line) => line.startsWith('Title:')),
      facts: compactFacts({
        arxivId: id,
        authors: splitAuthors(fields.get('Authors') ?? ''),
        categories: fields.get('Categories')?.split(/\s+/),
        published: mailDate(fields.get('Date') ?? ''),
      }),
    });
    i = end - 1;
  }
  return entries;
}

const cutOff = (file: string, line: number, id: string): Problem => ({
  ...{ file, line, column: 1, code: 'file/cut-off' },
  message: `The mail ends within the paper arXiv:${id}.`,
  hint: 'save the whole mail again, or remove this paper from the file.',
});

/** The index of the first line from `start` on that begins with a rule, or that of the end. */
function findRule(lines: readonly string[], start: number): number {
  let i = start;
  while (i < lines.length && !lines[i]?.startsWith(rule)) i++;
  return i;
}

/** Fields of a paper; a line that begins with a space continues the field above. */
function readFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    const field = /^([A-Z][\w-]*): (.*)$/.exec(line);
    if (field) name = field[1] ?? '';
    if (field) fields.set(name, field[2] ?? '');
    else if (/^\s+\S/.test(line)) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
  }
  return fields;
}

/** `A. Author (1), B. Author and C. Author ((1) Institute)` as names, without affiliations. */
const splitAuthors = (authors: string): string[] =>
  authors.replace(/ ?\((?:[^()]|\([^()]*\))*\)/g, '').split(/,\s+|\s+and\s+/);
