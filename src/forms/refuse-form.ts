import { type Problem, problemOfFile } from '../capture/problem.ts';
import { isMarkdownPage } from './markdown-page.ts';

/** A kind of file that is recognised and refused. */
interface RefusedForm {
  isOf(text: string): boolean;
  message: string;
  /** What to use instead, where the page of the day would not be it. */
  hint?: string;
  code?: string;
}

const saveThePage = 'save the page of the day with Ctrl+S (HTML), or run npm run seeds:fetch.';

/** Whether some lines are, without their spaces, among those that a page shows. */
const hasLines =
  (needed: number, ...shown: string[]) =>
  (text: string): boolean => {
    const lines = new Set(text.split('\n').map((line) => line.trim()));
    return shown.filter((line) => lines.has(line)).length >= needed;
  };

/** Whether a text is a bibliography in BibTeX. */
export function isBibtex(text: string): boolean {
  return /^[ \t]*@[a-z]+[ \t]*\{[^,\n]*,[ \t]*$/im.test(text) && /^[ \t]*title[ \t]*=/im.test(text);
}

/** Whether a text is a bibliography in RIS. */
export function isRis(text: string): boolean {
  return /^TY {2}- /m.test(text) && /^ER {2}-/m.test(text);
}

/** Whether at least a share of the lines that are not blank are short, as those of abstracts are not, and match. */
const hasShare =
  (least: number, pattern: RegExp) =>
  (text: string): boolean => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const found = lines.filter((line) => line.length < 200 && pattern.test(line)).length;
    return found >= 2 && found >= least * lines.length;
  };

const mailField =
  /^(from|to|subject|date|sent|message-id|mime-version|return-path|received|reply-to|content-type):/gim;

/** Whether a text begins with at least three fields of a mail. */
const isMail = (text: string): boolean =>
  new Set(
    text
      .slice(0, 4000)
      .match(mailField)
      ?.map((field) => field.toLowerCase()),
  ).size >= 3;

const newsletterMark =
  /\b(?:unsubscribe|in (?:your )?browser|receiving this|(?:manage|update) (?:your )?preferences|read more|sponsored|forwarded|all rights reserved)\b/gi;

/** Whether short lines of a text have at least two marks of newsletters. */
function isNewsletter(text: string): boolean {
  const marks = text
    .split('\n')
    .flatMap((line) => (line.length < 200 ? (line.match(newsletterMark) ?? []) : []));
  return new Set(marks.map((mark) => mark.toLowerCase())).size > 1;
}

/** Whether a text begins with the names of columns, and nearly all of its lines have as many separators. */
function isTable(text: string): boolean {
  const [header = '', ...rows] = text.trim().split('\n');
  return [',', ';', '\t', '|'].some((separator) => {
    const names = header.split(separator);
    const isHeader =
      names.length > 2 && names.every((name) => /^\s*"?[\w-]*(?: [\w-]+)?"?\s*$/.test(name));
    const full = rows.filter((row) => row.split(separator).length >= names.length);
    return isHeader && full.length > 0.8 * rows.length;
  });
}

/**
 * Files that people have at hand and that are not captures; the first that matches is reported. None of 462 real pages is
 * one of them, whether their lines are wrapped or not.
 */
const refusedForms: readonly RefusedForm[] = [
  {
    isOf: isBibtex,
    message: 'This is a bibliography (BibTeX): it has no day and no abstracts.',
  },
  {
    isOf: (text) =>
      /^TY {2}- /m.test(text) || (/^(?:%0 |PMID- )/m.test(text) && /^(?:%T |TI {2}- )/m.test(text)),
    message: 'This is a bibliography (RIS, EndNote or PubMed): it has no day of a page.',
  },
  {
    isOf: (text) => /^(?:diff --git |@@ -\d+(?:,\d+)? \+\d+)/m.test(text),
    message: 'This is a diff or a patch.',
  },
  {
    isOf: (text) => /^(?:From: <Saved by |Snapshot-Content-Location: )/m.test(text.slice(0, 4000)),
    message: 'This is a page saved as a single file (MHTML), which is not read.',
    hint: 'save it with Ctrl+S once more, as "Webpage, HTML only" or "Webpage, complete".',
  },
  {
    isOf: isMail,
    message: 'This is a mail, but none of arXiv’s listings.',
  },
  {
    isOf: (text) => /^\[\d+\]\s*arXiv:\d{4}\.\d{4,5}/m.test(text),
    message:
      'This is a list of papers copied from arxiv.org, which does not mark where an abstract begins.',
    hint: 'save the feed of the category instead, such as https://rss.arxiv.org/atom/cs.CL.',
  },
  {
    isOf: isNewsletter,
    message:
      'This seems to be a newsletter: it has texts about papers in place of their abstracts.',
  },
  {
    isOf: (text) =>
      /^[ \t]*\\(?:documentclass|usepackage|bibitem|section|begin\{(?:document|abstract)\})/m.test(
        text,
      ),
    message: 'This is a LaTeX document.',
  },
  {
    isOf: hasLines(
      2,
      ...['Copy markdown', 'View arXiv page', 'View PDF', 'Add to collection'],
      ...['AI-generated summary', 'Submission history', 'HTML (experimental)', 'TeX Source'],
      ...['Abstract', '1 Introduction', '1. Introduction', 'Introduction', 'References'],
    ),
    message: 'This is the page or the text of a single paper; a capture is the page of a day.',
    hint: 'open https://huggingface.co/papers, go to the day, and save that page with Ctrl+S.',
  },
  {
    isOf: (text) =>
      (text.match(/^[ \t]*Submitted by\b/gm)?.length ?? 0) > 0 &&
      // Abstracts are the only long lines of such a page.
      !text.split('\n').some((line) => line.length > 300),
    code: 'entry/no-abstract',
    message: 'This is the page of a day, which shows no abstracts.',
  },
  {
    isOf: (text) => isTable(text) || hasShare(0.1, /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+/)(text),
    message: 'This seems to be a table; tables are not read.',
  },
  {
    // Also chats and subtitles.
    isOf: hasShare(0.25, /^.{0,25}(?<!\d)\d{1,2}:\d{2}\b|\b\d{1,2}:\d{2}(?: [AP]M)?$/),
    message: 'This seems to be a log or a chat: many lines have a time of day.',
  },
  {
    isOf: hasShare(
      0.15,
      /^\s*(?:\/[/*]|\*\/| \* |#(?:include|define|if|endif|!)|(?:import|from|export|const|let|var|def|class|function|return|public|private|static|fn|func|package|using|namespace)\s.*[^.]$|<\/?\w|@\w|"""|[{})\]]+[;,]?$)|[;{]\s*$|\)\s*:$|=>\s*$/,
    ),
    message: 'This seems to be source code.',
  },
  {
    isOf: hasShare(0.7, /^\s*(?:#|- |[\w."-]+(?::|\s?=)(?:\s|\S|$)|\[+[\w."-]+\]+$)/),
    message: 'This seems to be a file of settings or data.',
  },
  {
    isOf: (text) => (text.match(/^#{1,6} \S/gm)?.length ?? 0) > 1 && !isMarkdownPage(text),
    message: 'This is a Markdown document whose headings do not lead to papers.',
  },
];

/** Why a text seems to be no capture; undefined unless it is recognised as something else. */
export function refuseForm(file: string, text: string): Problem | undefined {
  const form = refusedForms.find(({ isOf }) => isOf(text));
  if (!form) return undefined;
  const { code = 'file/not-a-capture', message, hint = saveThePage } = form;
  return problemOfFile(file, code, message, hint);
}
