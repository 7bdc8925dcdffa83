import type { Author } from '../metadata/metadata.ts';
import { describePublication } from '../metadata/publication.ts';
import { type CitationFormat, noteListing, toLine } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * BibTeX, with a `@misc` entry for each paper whose venue is not known. The key is the paper's identity: unique in the
 * archive, and never changed. Letters stay Unicode, which biber reads and BibTeX passes through.
 * @see https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf on braces and case
 */
export const bibtex: CitationFormat = {
  name: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  writeRecord,
  join: (records) => records.join('\n'),
  split: (file) =>
    new Map(
      file.split(/\n(?=@)/).map((entry) => [/^@\w+\{([^,]*),/.exec(entry)?.[1] ?? '', entry]),
    ),
};

/** Types of entries, and the fields of their venue. */
const entryTypes = {
  conference: ['inproceedings', 'booktitle'],
  journal: ['article', 'journal'],
  other: ['misc', 'howpublished'],
} as const;

function writeRecord(paper: CitedPaper): string {
  const { identity, url, arxivId, metadata } = paper;
  const { authors = [], venue, doi, categories } = metadata;
  const { kind = 'other', date } = describePublication(metadata);
  const [type, venueField] = entryTypes[kind];
  const [year, month] = date?.split('-') ?? [];
  const fields: [name: string, value: string | undefined][] = [
    ['author', authors.map(writeName).join(' and ')],
    ['title', writeTitle(paper)],
    [venueField, venue && escapeBibtex(venue)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['eprint', arxivId],
    ['archiveprefix', arxivId && 'arXiv'],
    ['primaryclass', arxivId && categories?.[0]],
    // A verbatim field, in which escapes would be part of the DOI.
    ['doi', doi && /[{}\\]/.test(doi) ? undefined : doi],
    ['note', escapeBibtex(noteListing(paper))],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = {${toLine(value)}},\n`] : [],
  );
  return `@${type}{${identity},\n${lines.join('')}}\n`;
}

/** Braces keep a name of several words from being split into given and family name. */
function writeName({ family, given }: Author): string {
  return given ? `${writeNamePart(family)}, ${writeNamePart(given)}` : `{${escapeBibtex(family)}}`;
}

/** Braces keep "and" and commas from dividing names. */
const writeNamePart = (part: string): string =>
  /,|\band\b/i.test(part) ? `{${escapeBibtex(part)}}` : escapeBibtex(part);

function writeTitle({ title }: CitedPaper): string {
  const kept = new Set(title.kept);
  return title.parts
    .map((part) =>
      'latex' in part
        ? `{$${balance(part.latex)}$}`
        : part.text
            .split(/([\p{L}\p{N}\p{M}]+)/u)
            .map((piece) => (kept.has(piece) ? `{${escapeBibtex(piece)}}` : escapeBibtex(piece)))
            .join(''),
    )
    .join('');
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
};

/** Escapes text so that LaTeX prints exactly its characters; `--` and quotes are not ligated. */
function escapeBibtex(text: string): string {
  return text
    .replace(/[\\{}~^<>|"]|[&%$#_]/g, (c) => escapes[c] ?? `\\${c}`)
    .replace(/-(?=-)|`(?=`)|'(?=')/g, '$&{}');
}

/**
 * Returns equivalent LaTeX with balanced braces: BibTeX counts `\{` too, and `\left\{ … \right.` has only one.
 */
function balance(latex: string): string {
  let open = 0;
  for (const [, brace] of latex.matchAll(/\\?([{}])/g)) {
    open += brace === '{' ? 1 : -1;
    if (open < 0) break;
  }
  if (open === 0) return latex;
  return latex.replace(/\\([{}])(?=([a-zA-Z])?)/g, (_, brace: string, letter?: string) => {
    const name = brace === '{' ? '\\lbrace' : '\\rbrace';
    return letter ? `${name} ` : name;
  });
}
