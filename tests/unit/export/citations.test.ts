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
  it('is what was read over once, for ten hard titles', () => {
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
    const papers = [makeExported([{ text: 'A Paper' }], { published })];
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
  it('is what was read over once, for ten hard titles', () => {
    expect(hardPapers.map(plainCitation.writeRecord).join('')).toBe(readGolden('txt'));
  });
});
