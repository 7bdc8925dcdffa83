import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../src/metadata/sources/read-source.ts';
import { makeApiEntry } from '../../../fixtures/daily-papers-server.ts';

const read = (text: string) =>
  readSource({ file: 'a', text, source: 'books', today: '2026-01-01' }).records;

/** An answer of arXiv's API. */
const atom = (entries: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <id>http://arxiv.org/api/abc</id>
  <updated>2025-04-02T00:00:00-04:00</updated>${entries}
</feed>`;

describe('a source is recognised by its content:', () => {
  it('an answer of the Daily Papers API', () => {
    const entry = makeApiEntry('2025-03-11', 3);
    expect(read(JSON.stringify({ date: '2025-03-11', answer: [entry] }))).toEqual([
      {
        ...{ id: '2503.10003', source: 'huggingface', date: '2025-03-11' },
        title: entry.title,
        abstract: entry.summary.replace('\n', ' '),
        facts: {
          arxivId: '2503.10003',
          authors: [
            { family: 'Example', given: 'Ada' },
            { family: 'Sample', given: 'Bo' },
          ],
          ...{ published: '2025-03-11', votes: 21 },
        },
      },
    ]);
  });

  it('an answer of arXiv’s API', () => {
    const records = read(
      atom(`<entry>
        <id>http://arxiv.org/abs/2503.00001v2</id><published>2025-03-01T15:33:52Z</published>
        <title>On $\\alpha$\n  Bridges</title><summary>  We study $\\mathbb{R}$.\n</summary>
        <author><name>Ada King</name></author><category term="cs.CL"/>
        <arxiv:doi>10.1000/x</arxiv:doi><arxiv:journal_ref>ICLR 2025</arxiv:journal_ref>
      </entry>`),
    );
    expect(records).toEqual([
      {
        ...{ id: '2503.00001', source: 'arxiv', date: '2025-04-02' },
        ...{ title: 'On alpha Bridges', abstract: 'We study R.' },
        facts: {
          ...{ arxivId: '2503.00001', title: 'On $\\alpha$ Bridges' },
          ...{ abstract: 'We study $\\mathbb{R}$.', authors: [{ family: 'King', given: 'Ada' }] },
          ...{ published: '2025-03-01', categories: ['cs.CL'] },
          ...{ doi: '10.1000/x', venue: 'ICLR 2025' },
        },
      },
    ]);
  });

  it('an answer of arXiv’s API without papers, or about a fault of the query', () => {
    const fault = '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title></entry>';
    expect(read(atom(''))).toEqual([]);
    expect(read(atom(fault))).toEqual([]);
  });

  it.each(['bib', 'csl.json', 'ris'])('a bibliography (%s) that the site exports', (extension) => {
    const text = readFileSync(`tests/fixtures/export/hard-papers.${extension}`, 'utf8');
    expect(read(text).length).toBeGreaterThan(0);
  });

  it('an entry of BibTeX on one line', () => {
    expect(read('% mine\n@misc{a, title={Light}}')).toMatchObject([{ id: 'a', title: 'Light' }]);
  });

  it.each([
    ['a page', '<!doctype html><title>Papers</title>'],
    ['a text', 'Mar 11\n\nLight Bridges'],
    ['other JSON', '{"name":"x"}'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(() => read(text)).toThrow('source/unknown-form');
  });
});
