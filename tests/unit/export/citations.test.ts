import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { citationFormats, writeCitations } from '../../../src/export/citation-formats.ts';
import { plainCitation } from '../../../src/export/plain-citation.ts';
import { readCitations } from '../../check/read-citations.ts';
import { hardPapers } from '../../fixtures/export/hard-papers.ts';
import { makeExported } from './make-cited.ts';

const readGolden = (extension: string): string =>
  readFileSync(new URL(`../../fixtures/export/hard-papers.${extension}`, import.meta.url), 'utf8');

describe.each(citationFormats)('$name', (format) => {
  it('is what was read over once, for twelve hard papers', () => {
    expect(writeCitations(format, hardPapers)).toBe(readGolden(format.extension));
  });

  it('comes apart again into the records it was made of', () => {
    const records = hardPapers.map((paper) => [paper.identity, format.writeRecord(paper)]);
    expect([...format.split(writeCitations(format, hardPapers))]).toEqual(records);
  });

  it('is read by citation-js: keys, titles, addresses, notes', () => {
    // The last title's formula is more LaTeX than citation-js reads.
    const papers = hardPapers.slice(0, -1);
    const read = readCitations(writeCitations(format, papers));
    expect(read.map(({ id, title, URL, note }) => ({ id, title, URL, note }))).toEqual(
      papers.map(({ identity, title, url, days }) => ({
        id: identity,
        title: title.plain,
        URL: url,
        note: expect.stringContaining(`Listed on Daily Papers, ${days[0]}`),
      })),
    );
  });

  it('is read by citation-js: authors, venue, DOI', () => {
    const known = hardPapers.filter(({ metadata }) => metadata.venue);
    const read = readCitations(writeCitations(format, known));
    const [conference, journal] = read;
    const names = conference?.author?.map((author) => Object.values(author).join(' '));
    // citation-js divides the particle from the name.
    expect(names?.map((name) => name.split(' ').sort().join(' '))).toEqual([
      'Charles-Jean Poussin Vallée de la',
      '"Sons" & Bobby Tables_2 {',
      expect.stringMatching(/^Google,? Inc\.$/),
    ]);
    expect(conference).toMatchObject({
      ...{ type: 'paper-conference', DOI: '10.1000/a_b%20<1>' },
      issued: { 'date-parts': [[2024]] },
    });
    // In RIS, citation-js takes the proceedings for an event.
    expect(Object.values(conference ?? {})).toContain('ICLR 2024');
    expect(journal).toMatchObject({
      type: 'article-journal',
      'container-title': 'Journal of Machine Learning & Research',
    });
  });

  it('stays one record whatever names and venues have', () => {
    const evil = ['a\r\nER  - \r\n', 'x and y', '},\n}\n', '<script>', '\u202Eabc', 'others'];
    const papers = evil.map((name, i) =>
      makeExported([{ text: 'A Paper' }], {
        identity: `paper-${i}`,
        metadata: { authors: [{ family: name, given: name }, { family: name }], venue: name },
      }),
    );
    const text = writeCitations(format, papers);
    const read = readCitations(text);
    expect(read.map(({ id, author }) => [id, author?.length])).toEqual(
      papers.map(({ identity }) => [identity, 2]),
    );
    expect([...format.split(text).keys()]).toEqual(papers.map(({ identity }) => identity));
  });

  it('has neither author nor date where none is known', () => {
    const [read] = readCitations(writeCitations(format, hardPapers.slice(0, 1)));
    expect(read).toBeDefined();
    expect(Object.keys(read ?? {}).filter((key) => /author|issued|date|year/i.test(key))).toEqual(
      [],
    );
  });

  it('has them where a source knows them', () => {
    const text = writeCitations(format, hardPapers.slice(-1));
    const [read] = readCitations(text);
    expect(read?.author?.[0]).toEqual({ family: 'Itô', given: 'Kiyosi' });
    expect(Object.values(read?.author?.[1] ?? {})).toEqual(['Dayleaf Team']);
    expect(read?.issued?.['date-parts'][0]?.slice(0, 2)).toEqual([2025, 3]);
    expect(text).toContain('2503.01234');
  });

  it('is a file for no papers', () => {
    expect([...format.split(format.join([]))].filter(([key]) => key !== '')).toEqual([]);
  });
});

describe('a date of publication', () => {
  it.each(['2025', '2025-03', '2025-03-10'])('may be as coarse as %s', (published) => {
    const papers = [makeExported([{ text: 'A Paper' }], { metadata: { published } })];
    const parts = published.split('-').map(Number);
    for (const format of citationFormats) {
      const [read] = readCitations(writeCitations(format, papers));
      const found = read?.issued?.['date-parts'][0] ?? [];
      expect(parts.slice(0, found.length)).toEqual(found);
      expect(found.length).toBeGreaterThan(0);
    }
  });
});

describe('plain text', () => {
  it('is what was read over once, for twelve hard papers', () => {
    expect(hardPapers.map(plainCitation.writeRecord).join('')).toBe(readGolden('txt'));
  });
});
