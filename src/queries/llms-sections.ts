import type { LlmsLink, LlmsText } from '../export/llms-text.ts';
import { site } from '../site.ts';
import {
  aboutUrl,
  absoluteUrl,
  dayDataUrl,
  paperMarkdownUrl,
  paperUrl,
  volumeUrl,
} from '../urls.ts';
import { getDataFiles } from './data-files.ts';
import { getDays, getTotals } from './days.ts';
import { getVolumes } from './volumes.ts';

/** How many days are named: the index of all data has the others. */
const namedDays = 60;

/** The archive, as `llms.txt` describes it: its data, its latest papers and days. */
export async function getLlmsText(): Promise<LlmsText> {
  const [files, days, volumes, totals] = await Promise.all([
    getDataFiles(),
    getDays(),
    getVolumes(),
    getTotals(),
  ]);
  const latest = days.at(-1);
  const toUrl = site.paperMarkdown ? paperMarkdownUrl : paperUrl;
  const latestPapers = (latest?.lines ?? []).map(
    ({ paper }): LlmsLink => ({
      name: paper.titleText,
      url: absoluteUrl(toUrl(paper.slug)),
    }),
  );
  const latestDays = days
    .slice(-namedDays)
    .reverse()
    .map(({ date, lines }) => ({
      name: date,
      url: absoluteUrl(dayDataUrl(date)),
      note: `papers: ${lines.length}`,
    }));
  const markdown = volumes.toReversed().map(({ number, papers }) => ({
    name: `Volume ${number}`,
    url: absoluteUrl(volumeUrl(number, 'md')),
    note: `papers: ${papers.length}`,
  }));
  return {
    name: site.name,
    summary: site.description,
    details: [
      `Papers: ${totals.papers}, on days: ${totals.days}. Each has a title, an abstract, its links, and where it was captured; neither authors nor dates of publication are known.`,
      'The page that the texts were captured from destroys LaTeX. It was restored: formulas stand between dollar signs, and what could not be proven stands as it was captured.',
    ],
    sections: [
      {
        heading: 'Data',
        links: files.map(({ name, url, example, description }) => ({
          name,
          url: example ?? url,
          note: description,
        })),
      },
      { heading: 'Papers as Markdown', links: markdown },
      { heading: `Papers of ${latest?.date}`, links: latestPapers },
      { heading: 'Days', links: latestDays },
      {
        heading: 'Optional',
        links: [
          {
            name: 'About',
            url: absoluteUrl(aboutUrl()),
            note: 'where the texts come from, and how the mathematics is restored',
          },
        ],
      },
    ],
  };
}
