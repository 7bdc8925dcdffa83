import { citationFormats } from '../export/citation-formats.ts';
import type { DataFile, ExportIndex } from '../export/data-index.ts';
import type { ListedVolumeData } from '../export/data-schemas.ts';
import { site } from '../site.ts';
import {
  absoluteUrl,
  citationsUrl,
  dataIndexUrl,
  dayDataUrl,
  dayUrl,
  feedUrl,
  homeUrl,
  llmsUrl,
  opmlUrl,
  paperMarkdownUrl,
  papersDataUrl,
  schemaUrl,
  volumeUrl,
} from '../urls.ts';
import { type DayView, getDays, getTotals } from './days.ts';
import { getDividedFormats } from './volume-files.ts';
import { getVolumes } from './volumes.ts';

/** What the archive has for programs; a new kind of file is an entry here. */
export async function getDataFiles(): Promise<DataFile[]> {
  const latest = (await getDays()).at(-1);
  const newest = (await getVolumes()).at(-1);
  const divided = await getDividedFormats();
  return [
    {
      name: 'papers',
      description: divided.has('jsonl')
        ? 'The files of all papers, one a line, each with its size and SHA-256.'
        : 'All papers, one a line, as captured and as restored.',
      mediaType: 'application/jsonl',
      url: absoluteUrl(papersDataUrl()),
      schema: absoluteUrl(schemaUrl(divided.has('jsonl') ? 'volume' : 'paper')),
    },
    ...(newest && divided.has('jsonl') ? [describeVolumeLines(newest.number)] : []),
    ...(latest && newest ? listKinds(latest, newest.number) : []),
    {
      name: 'index',
      description: 'What there is: days, counts, addresses of files and schemas.',
      mediaType: 'application/json',
      url: absoluteUrl(dataIndexUrl()),
      schema: absoluteUrl(schemaUrl('index')),
    },
    {
      name: 'llms',
      description: 'The way in for language models.',
      mediaType: 'text/plain',
      url: absoluteUrl(llmsUrl()),
    },
    ...citationFormats.map(({ name, extension, mediaType }) => ({
      name: nameCitations(extension),
      description: divided.has(extension)
        ? `The citations of the newest volume as ${name}; each day, month and other volume has its own.`
        : `The citations of all papers as ${name}; each day and month has its own.`,
      mediaType,
      url: absoluteUrl(citationsUrl('papers', extension)),
    })),
    {
      name: 'feed-days',
      description: 'The latest days as an Atom feed, with all abstracts.',
      mediaType: 'application/atom+xml',
      url: absoluteUrl(feedUrl('days')),
    },
    {
      name: 'feeds',
      description: 'The list of all feeds: days, papers, papers with code, each month.',
      mediaType: 'text/x-opml',
      url: absoluteUrl(opmlUrl()),
    },
  ];
}

/**
 * The files of which there is one for each of something, with examples of the latest day.
 * @param newest number of the newest volume
 */
function listKinds({ date, lines }: DayView, newest: number): DataFile[] {
  const day: DataFile = {
    name: 'day',
    description: 'A day with its papers.',
    mediaType: 'application/json',
    url: absoluteTemplate(dayDataUrl, 'date'),
    example: absoluteUrl(dayDataUrl(date)),
    schema: absoluteUrl(schemaUrl('day')),
  };
  const volume: DataFile = {
    name: volumeMarkdown,
    description:
      'A volume of 1,024 papers as Markdown, each with front matter, title and abstract with LaTeX, links.',
    mediaType: 'text/markdown',
    url: absoluteTemplate((number) => volumeUrl(number, 'md'), 'number'),
    example: absoluteUrl(volumeUrl(newest, 'md')),
  };
  const [first] = lines;
  if (!first || !site.paperMarkdown) return [day, volume];
  const paper: DataFile = {
    name: 'paper-markdown',
    description: 'A paper as Markdown: front matter, title and abstract with LaTeX, links.',
    mediaType: 'text/markdown',
    url: absoluteTemplate(paperMarkdownUrl, 'slug'),
    example: absoluteUrl(paperMarkdownUrl(first.paper.slug)),
  };
  return [day, volume, paper];
}

/** An address with `{name}` in it: in an address made whole, the braces would be escaped. */
const absoluteTemplate = (toUrl: (part: string) => string, name: string): string =>
  absoluteUrl(toUrl(name)).replace(new RegExp(`${name}(?=\\.\\w+$)`), `{${name}}`);

const nameCitations = (extension: string): string => `citations-${extension.replace('.', '-')}`;

const volumeLines = 'volume-papers';
const volumeMarkdown = 'volume-markdown';

/** @param newest number of the newest volume */
const describeVolumeLines = (newest: number): DataFile => ({
  name: volumeLines,
  description: 'The papers of a volume, one a line, as captured and as restored.',
  mediaType: 'application/jsonl',
  url: absoluteTemplate((number) => volumeUrl(number, 'jsonl'), 'number'),
  example: absoluteUrl(volumeUrl(newest, 'jsonl')),
  schema: absoluteUrl(schemaUrl('paper')),
});

/** The files that a volume has of its own. The citations of the newest are where those of all papers were. */
function listVolumeFiles(
  number: number,
  isNewest: boolean,
  divided: ReadonlySet<string>,
): ListedVolumeData['files'] {
  const list = (name: string, mediaType: string, extension: string) => ({
    ...{ name, mediaType, url: absoluteUrl(volumeUrl(number, extension)) },
  });
  const citations = citationFormats.filter(({ extension }) => !isNewest && divided.has(extension));
  return [
    ...(divided.has('jsonl') ? [list(volumeLines, 'application/jsonl', 'jsonl')] : []),
    list(volumeMarkdown, 'text/markdown', 'md'),
    ...citations.map(({ extension, mediaType }) =>
      list(nameCitations(extension), mediaType, extension),
    ),
  ];
}

/** The archive, as the index of its data describes it. */
export async function getDataIndex(): Promise<ExportIndex> {
  const [counts, files, days] = await Promise.all([getTotals(), getDataFiles(), getDays()]);
  const [volumes, divided] = await Promise.all([getVolumes(), getDividedFormats()]);
  return {
    name: site.name,
    description: site.description,
    language: site.language,
    url: absoluteUrl(homeUrl()),
    counts,
    files,
    volumes: volumes.map(({ number, papers, isClosed }, i) => ({
      ...{ volume: number, papers: papers.length, closed: isClosed },
      files: listVolumeFiles(number, i === volumes.length - 1, divided),
    })),
    days: days.map(({ date, lines }) => ({
      date,
      papers: lines.length,
      url: absoluteUrl(dayUrl(date)),
      dataUrl: absoluteUrl(dayDataUrl(date)),
    })),
  };
}
