import { type CitationFormat, nameInverted, noteListing } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * RIS, with a record of the type `UNPB` (unpublished work) for each paper, because captures name no publication.
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

function writeRecord(paper: CitedPaper): string {
  const { identity, title, url, authors = [], published, arxivId } = paper;
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', 'UNPB'],
    ['ID', identity],
    ...authors.map((author): [string, string] => ['AU', nameInverted(author)]),
    ['TI', title.plain],
    ['PY', published?.slice(0, 4)],
    ['DA', published?.replaceAll('-', '/')],
    ['M1', arxivId && `arXiv:${arxivId}`],
    ['N1', noteListing(paper)],
    ['UR', url || undefined],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]))
    .join('');
}
