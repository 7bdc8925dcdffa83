import { unwrap } from '../../capture/unwrap.ts';
import { apiAnswer } from '../../forms/api-answer.ts';
import { readFeed } from '../../forms/feed.ts';
import type { RawCapture, RawEntry } from '../../forms/form.ts';
import { validValues } from '../fact.ts';
import { factsOfCapture } from '../merge-metadata.ts';
import { readAuthorsText } from './authors-text.ts';
import type { SourceFormat, SourceRecord, SourceText } from './source-record.ts';

/** Answers of the Daily Papers API, and seeds that have them. */
export const dailyPapers: SourceFormat = {
  name: 'answers of the Daily Papers API',
  isOf: (text) => apiAnswer.isOf(text) && /"paper"\s*:\s*\{/.test(text),
  read: (source) => ({
    records: apiAnswer
      .read(source)
      .flatMap((capture) =>
        capture.entries.map((entry) => readEntry(entry, dayOf(capture, source))),
      ),
    skipped: [],
  }),
};

/** Answers of arXiv's API. */
export const arxivAnswer: SourceFormat = {
  name: "answers of arXiv's API (Atom)",
  isOf: (text) =>
    /^\s*(?:<\?xml[^>]*>\s*)?<feed[\s>]/.test(text) &&
    /<id>\s*https?:\/\/arxiv\.org\/(?:api|abs)\//.test(text),
  read: (source) => {
    const capture = readFeed(source.file, source.text);
    const date = dayOf(capture, source);
    return {
      records: capture.entries.flatMap((entry) => readArxivEntry(entry, date)),
      skipped: [],
    };
  },
};

const dayOf = ({ date }: RawCapture, { today }: SourceText): string => date?.text ?? today;

/** What Hugging Face says about a paper. */
function readEntry({ title, abstract, facts }: RawEntry, date: string): SourceRecord {
  return {
    id: facts.arxivId ?? title,
    ...{ source: 'huggingface', date },
    title: unwrap(title).join(' '),
    abstract: unwrap(abstract).join('\n\n'),
    facts: factsOfCapture(facts),
  };
}

/** What arXiv says about a paper. An entry without an id is an error message about the query. */
function readArxivEntry(entry: RawEntry, date: string): SourceRecord[] {
  const { arxivId } = entry.facts;
  if (arxivId === undefined) return [];
  const { title, abstract, latex } = readAuthorsText(entry.title, entry.abstract);
  const facts = { ...factsOfCapture(entry.facts), ...validValues(latex) };
  return [{ id: arxivId, source: 'arxiv', date, title, abstract, facts }];
}
