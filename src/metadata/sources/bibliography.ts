import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { z } from 'zod';
import { CaptureError, problemOfFile, quote } from '../../capture/problem.ts';
import { idFromUrl, readHttpsUrl } from '../../forms/facts.ts';
import { isBibtex, isRis } from '../../forms/refuse-form.ts';
import { channel } from '../../restore/channel.ts';
import { readArxivId } from '../../text/arxiv-id.ts';
import { validValues } from '../fact.ts';
import type { Author } from '../metadata.ts';
import type { SourceFormat, SourceReading, SourceRecord, SourceText } from './source-record.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const namePart = z.string().optional().catch(undefined);

/**
 * The variables of an entry of CSL-JSON that are used.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
const cslItem = z.object({
  id: text,
  title: z.string().min(1),
  abstract: text,
  author: z
    .array(
      z.object({
        ...{ family: namePart, given: namePart, literal: namePart, suffix: namePart },
        ...{ 'non-dropping-particle': namePart, 'dropping-particle': namePart },
      }),
    )
    .catch([]),
  issued: z
    .object({ 'date-parts': z.tuple([z.array(z.coerce.number())]).rest(z.unknown()) })
    .optional()
    .catch(undefined),
  'container-title': text,
  DOI: text,
  URL: text,
});
type CslItem = z.infer<typeof cslItem>;

/** An entry of BibTeX as citation-js divides it, before its values are read. */
const bibtexEntry = z.object({
  label: z.string(),
  properties: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const bibtex: SourceFormat = {
  name: 'BibTeX',
  isOf: (text) => isBibtex(text) || /^\s*(?:%[^\n]*\s+)*@[a-z]+\s*[{(][^={}]*,/i.test(text),
  read(source) {
    const entries = parse(source, '@biblatex/text', '@biblatex/entries+list');
    return readAll(entries, source, (entry) => {
      const { label, properties } = bibtexEntry.parse(entry);
      const [item] = convert([entry], '@biblatex/entries+list');
      const record = readItem(item, source, [String(properties.eprint ?? '')]);
      // Formulas as LaTeX, which citation-js would change.
      const shown = (value: unknown): string =>
        channel(String(value ?? ''))
          .replace(/[{}]/g, '')
          .replace(/\s+/g, ' ')
          .trim();
      return {
        ...record,
        ...(record.id === '' && { id: label }),
        ...{ title: shown(properties.title), abstract: shown(properties.abstract) },
      };
    });
  },
};

export const ris: SourceFormat = {
  name: 'RIS',
  isOf: isRis,
  read: (source) =>
    readAll(parse(source, '@ris/file'), source, (item) => readItem(item, source, [])),
};

export const cslJson: SourceFormat = {
  name: 'CSL-JSON',
  isOf: (text) =>
    /^\s*(?:\[\s*)?\{/.test(text) &&
    /"type"\s*:\s*"/.test(text) &&
    /"(?:author|issued|container-title|DOI)"\s*:/.test(text),
  read(source) {
    let items: unknown;
    try {
      items = JSON.parse(source.text);
    } catch (error) {
      throw unreadable(source.file, 'CSL-JSON', error);
    }
    const list = Array.isArray(items) ? items : [items];
    return readAll(list, source, (item) => readItem(item, source, []));
  },
};

/** Reads each entry; entries that cannot be read are skipped and reported. */
function readAll(
  entries: readonly unknown[],
  { file }: SourceText,
  read: (entry: unknown) => SourceRecord,
): SourceReading {
  const records: SourceRecord[] = [];
  const skipped: string[] = [];
  entries.forEach((entry, i) => {
    try {
      records.push(read(entry));
    } catch {
      const { label, id, title } = entry as { label?: unknown; id?: unknown; title?: unknown };
      const name = quote(String(label ?? id ?? title ?? i + 1));
      skipped.push(`${file}: the entry ${name} was skipped: it has no title, or cannot be read.`);
    }
  });
  return { records, skipped };
}

/** @throws {CaptureError} with the place of the syntax error */
function parse({ file, text }: SourceText, forceType: string, target?: string): unknown[] {
  try {
    return plugins.input.chain(text, {
      forceType,
      generateGraph: false,
      ...(target !== undefined && { target }),
    });
  } catch (error) {
    throw unreadable(file, forceType.startsWith('@ris') ? 'RIS' : 'BibTeX', error);
  }
}

const convert = (entries: unknown[], forceType: string): unknown[] =>
  plugins.input.chain(entries, { forceType, generateGraph: false });

function unreadable(file: string, format: string, error: unknown): CaptureError {
  const [reason = ''] = (error as Error).message.split('\n');
  const [, line, column] = /at line (\d+) col (\d+)/.exec(reason) ?? [];
  const problem = problemOfFile(
    file,
    'source/unreadable',
    `This begins as ${format} and is not ${format} here: ${reason.replace(/ at line .*/, '')}.`,
    'an entry may not be closed, or the download was cut off.',
  );
  const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
  return new CaptureError([{ ...problem, ...place }]);
}

/**
 * What a bibliography says about a paper.
 * @param numbers that may be its arXiv id
 * @throws when it has no title
 */
function readItem(value: unknown, source: SourceText, numbers: readonly string[]): SourceRecord {
  const item = cslItem.parse(value);
  const doi = item.DOI?.trim().replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  const container = withoutTags(item['container-title'] ?? '');
  const url = readHttpsUrl(item.URL);
  const isPreprint = /^(?:arxiv|corr)\b/i.test(container);
  const arxivDoi = /^10\.48550\/arxiv\.(.+)$/i.exec(doi ?? '')?.[1];
  const ids = [...numbers, arxivDoi ?? '', isPreprint ? (container.split(/arxiv:/i)[1] ?? '') : ''];
  const arxivId =
    ids.map((id) => readArxivId(id.replace(/^arxiv:/i, '').trim())).find(Boolean) ??
    idFromUrl(item.URL ?? '');
  const facts = validValues({
    arxivId,
    authors: item.author.flatMap(readName),
    published: readDate(item),
    venue: isPreprint || container === '' ? undefined : container,
    doi: arxivDoi === undefined ? doi : undefined,
    url: url !== undefined && isPublisher(url) ? url : undefined,
  });
  return {
    id: arxivId ?? facts.doi ?? item.id ?? '',
    ...{ source: source.source, date: source.today },
    title: withoutTags(item.title),
    abstract: withoutTags(item.abstract ?? ''),
    facts,
  };
}

/** Addresses that can be derived from the id or the DOI are not stored. */
const isPublisher = (url: string): boolean =>
  !/^(?:.+\.)?(?:arxiv\.org|doi\.org|huggingface\.co)$/.test(new URL(url).hostname);

const withoutTags = (html: string): string =>
  html
    .replace(/<\/?[a-z]+(?: [^<>]*)?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();

function readName(name: CslItem['author'][number]): Author[] {
  const { literal = '', family = '', given = '', suffix = '' } = name;
  const particles = [name['dropping-particle'] ?? '', name['non-dropping-particle'] ?? ''];
  const whole = [...particles, family, suffix].filter((part) => part !== '').join(' ') || literal;
  const shown = withoutTags(whole);
  if (!/\p{L}/u.test(shown + given)) return [];
  if (shown === '' || given === '') return [{ family: shown || given }];
  return [{ family: shown, given: withoutTags(given) }];
}

/** `2025`, `2025-03` or `2025-03-11`, as far as it is given. */
function readDate({ issued }: CslItem): string | undefined {
  const [year, ...parts] = issued?.['date-parts'][0] ?? [];
  if (!year || year < 1000 || year > 9999) return undefined;
  const isPart = (part: number | undefined): part is number => part !== undefined && part > 0;
  const [month, day] = parts;
  const known = isPart(month) && month <= 12 ? [month, ...(isPart(day) ? [day] : [])] : [];
  return [year, ...known.map((part) => String(part).padStart(2, '0'))].join('-');
}
