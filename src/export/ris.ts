import { describePublication } from '../metadata/publication.ts';
import { type CitationFormat, nameInverted, noteListing, toLine } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * RIS, with a record of the type `UNPB` (unpublished work) for each paper whose venue is not known.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const ris: CitationFormat = {
  name: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  writeRecord,
  join: (records) => records.join('\r\n'),
  split: (file) =>
    new Map(
      file
        .split(/\r\n(?=TY {2}- )/)
        .map((record) => [/^ID {2}- (.*)\r$/m.exec(record)?.[1] ?? '', record]),
    ),
};

const types = { conference: 'CPAPER', journal: 'JOUR', other: 'UNPB' } as const;

function writeRecord(paper: CitedPaper): string {
  const { identity, title, url, arxivId, metadata } = paper;
  const { authors = [], venue, doi } = metadata;
  const { kind = 'other', date } = describePublication(metadata);
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', types[kind]],
    ['ID', identity],
    ...authors.map((author): [string, string] => ['AU', nameInverted(author)]),
    ['TI', title.plain],
    ['T2', venue],
    // Zotero takes T2 for the conference and C3 for its proceedings; other programs read one of them.
    ['C3', kind === 'conference' ? venue : undefined],
    ['PY', date?.slice(0, 4)],
    ['DA', date?.replaceAll('-', '/')],
    ['M1', arxivId && `arXiv:${arxivId}`],
    ['DO', doi],
    ['N1', noteListing(paper)],
    ['UR', url || undefined],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${toLine(value)}\r\n`]))
    .join('');
}
