import { makeAbstract } from './archive-fixture.ts';

/** An answer of the Daily Papers API with the papers of a day, as JSON. @param day ISO date */
export const makeApiAnswer = (day: string, papers: [arxivId: string, title: string][]): string =>
  JSON.stringify(
    papers.map(([id, title]) => ({
      paper: {
        ...{ id, title, summary: makeAbstract(title) },
        authors: [{ name: 'Ana Bó' }],
        submittedOnDailyAt: `${day}T03:00:00.000Z`,
      },
      title,
    })),
  );
