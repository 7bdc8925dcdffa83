import { describe, expect, it } from 'vitest';
import { citationFormats, writeCitations } from '../../../src/export/citation-formats.ts';
import { citeList } from '../../../src/export/cite-list.ts';
import { hardPapers } from '../../fixtures/export/hard-papers.ts';

const [medoids, bridge] = hardPapers;
if (!medoids || !bridge) throw new Error('there are ten papers');
/** As a reading list knows a paper. */
const listed = ({ identity, url, title, days }: typeof medoids) => ({
  ...{ identity, url, title: title.plain, day: days[days.length - 1] ?? '' },
});

describe.each(citationFormats)('a reading list as $name', (format) => {
  it('has the records of the days, in the order of the list, each day asked once', async () => {
    const asked: string[] = [];
    const { file, plain } = await citeList(
      format,
      [listed(bridge), listed(medoids)],
      async (day) => {
        asked.push(day);
        return writeCitations(format, hardPapers);
      },
    );
    expect(file).toBe(writeCitations(format, [bridge, medoids]));
    expect(plain).toBe(0);
    expect(asked.sort()).toEqual(['2025-03-11', '2025-03-14']);
  });

  it.each([
    ['cannot be fetched', undefined],
    ['is a page that says so', '<!doctype html><title>Not found</title>'],
    ['does not have the paper', writeCitations(format, [])],
  ])('cites by what it knows where the file of a day %s', async (_, answer) => {
    const { file, plain } = await citeList(format, [listed(bridge)], async () => answer);
    expect(plain).toBe(1);
    expect([...format.split(file)].map(([key]) => key)).toEqual([bridge.identity]);
    expect(file).toContain(bridge.url);
    expect(file).toContain('Light Schrödinger Bridge');
  });
});
