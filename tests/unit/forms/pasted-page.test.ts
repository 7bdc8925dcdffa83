import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../../src/capture/capture.ts';
import { readPastedPage } from '../../../src/forms/pasted-page.ts';

const abstractOf = (what: string): string =>
  `We study ${what} over long spans. Our method finds where they carry load.`;
const header =
  'Hugging Face\nModels\nLog In\nnew\n\nSubscribe\nDaily Papers\n\nTrending Papers\nOct 2\n\n';

const read = (text: string): { title: string; abstract: string; facts?: PaperFacts }[] =>
  readPastedPage('seeds/a.txt', text).entries.map(({ title, abstract, facts }) => ({
    title,
    abstract,
    ...(facts && { facts }),
  }));

describe('a search page', () => {
  test('has votes above titles, and what is known below abstracts', () => {
    const text = `${header}101\nOn Bridges\n\n${abstractOf('bridges')}\n\nUniversity of X\n·\nMay 29\n6\n\n-\nOn Towers\n\n${abstractOf('towers')}\n\n3 authors\n·\nFeb 27, 2025\n\n1,204\n7 Roofs\n\n${abstractOf('roofs')}\n\nOrg\n·\nMay 8\n1\n`;
    expect(read(text)).toEqual([
      {
        title: 'On Bridges',
        abstract: abstractOf('bridges'),
        facts: {
          ...{ votes: 101, organisation: 'University of X', comments: 6 },
          publishedDay: { month: 5, day: 29 },
        },
      },
      {
        title: 'On Towers',
        abstract: abstractOf('towers'),
        facts: { authorCount: 3, published: '2025-02-27' },
      },
      {
        title: '7 Roofs',
        abstract: abstractOf('roofs'),
        facts: {
          ...{ votes: 1204, organisation: 'Org', comments: 1 },
          publishedDay: { month: 5, day: 8 },
        },
      },
    ]);
  });

  test('of which only votes are left', () => {
    expect(
      read(
        `${header}101\nOn Bridges\n\n${abstractOf('bridges')}\n\n\n-\nOn Towers\n\n${abstractOf('towers')}\n`,
      ),
    ).toEqual([
      { title: 'On Bridges', abstract: abstractOf('bridges'), facts: { votes: 101 } },
      { title: 'On Towers', abstract: abstractOf('towers') },
    ]);
  });

  test('of a single paper', () => {
    expect(read(`${header}12\nOn Bridges\n\n${abstractOf('bridges')}\n`)).toEqual([
      { title: 'On Bridges', abstract: abstractOf('bridges'), facts: { votes: 12 } },
    ]);
  });

  test('with comments directly above the next votes', () => {
    const text = `${header}1\nOn Bridges\n\n${abstractOf('bridges')}\n\nOrg\n·\nMay 8\n6\n2\nOn Towers\n\n${abstractOf('towers')}\n\nOrg\n·\nMay 9\n3\nOn Roofs\n\n${abstractOf('roofs')}\n`;
    expect(read(text).map(({ title, facts }) => [title, facts?.comments, facts?.votes])).toEqual([
      ['On Bridges', 6, 1],
      ['On Towers', undefined, 2],
      ['On Roofs', undefined, 3],
    ]);
  });

  test('with a blank line after each line', () => {
    const menu =
      'Hugging Face\nModels\nDatasets\nSpaces\nDocs\nEnterprise\nPricing\nLog In\nSign Up\nnew\nSubscribe\nDaily Papers\nDaily\nWeekly\nMonthly\nTrending Papers\n';
    const paper = (what: string, votes: string, tail: string): string =>
      `${votes}\nOn ${what}\n${abstractOf(what)}\nOrg\n·\n${tail}\n`;
    const text = `${menu}Oct 2\n${paper('Bridges', '101', 'May 8\n6')}${paper('Towers', '-', 'May 9')}${paper('Roofs', '3', 'May 9\n1')}`;
    expect(
      read(text.replaceAll('\n', '\n\n')).map(({ title, facts }) => [
        title,
        facts?.votes,
        facts?.comments,
      ]),
    ).toEqual([
      ['On Bridges', 101, 6],
      ['On Towers', undefined, undefined],
      ['On Roofs', 3, 1],
    ]);
  });

  test('numbered by a text browser, with the end of the page', () => {
    const text = `${header}[12]101\n[13]On Bridges\n\n[14]${abstractOf('bridges')}\n\nOrg\n·\nMay 29\n[15]6\n\n[16]2\n[17]On Towers\n\n[18]${abstractOf('towers')}\n\nOrg\n·\nMay 29\n\nCompany\nTOS\nPrivacy\n© Hugging Face\n\nReferences\n\n[12] https://huggingface.co/login\n[13] https://huggingface.co/papers/2503.1\n`;
    expect(read(text).map(({ title, abstract, facts }) => [title, abstract, facts?.votes])).toEqual(
      [
        ['On Bridges', abstractOf('bridges'), 101],
        ['On Towers', abstractOf('towers'), 2],
      ],
    );
  });
});

test('the trending page gives an entry that is doubled once', () => {
  const entry = (what: string, n: number): string =>
    `${n}\nOn ${what}\n\n${abstractOf(what)}\n\nOrg\n·\nMay 29\n\n`;
  const text = `${header}${entry('Bridges', 3)}${entry('Bridges', 3)}${entry('Towers', 2)}`;
  expect(
    readPastedPage('seeds/a.txt', text).entries.map(({ title, rank }) => [rank, title]),
  ).toEqual([
    [1, 'On Bridges'],
    [2, 'On Towers'],
  ]);
});

test('a page saved as Markdown has identifiers', () => {
  const text = `---\nurl: https://example.org/\ntitle: x\n---\nnew\n\n# Daily Papers\n\n- Daily\n- Weekly\n\nOct 2\n\n[101](https://huggingface.co/login?next=x)\n\n### [On Bridges:\\  A Study](https://huggingface.co/papers/2606.00001)\n\n[We study \\*bridges\\* of $O(n)$ spans.\\\\\nOur method is fast. It works.](https://huggingface.co/papers/2606.00001)\n\n[![x](https://cdn.example.org/x.png)Org](https://huggingface.co/org)\n\n·\n\nMay 29[6](https://huggingface.co/papers/2606.00001#community)\n\n[-](https://huggingface.co/login?next=y)\n\n### [On Towers](https://huggingface.co/papers/2606.00002)\n\n[${abstractOf('towers')}](https://huggingface.co/papers/2606.00002)\n\n[- ![](https://cdn.example.org/x.jpeg)\\\\\n- ![](https://example.org/y.svg)\\\\\n- 3 authors](https://huggingface.co/papers/2606.00002)\n\n·\n\nFeb 27, 2025\n`;
  expect(read(text)).toEqual([
    {
      title: 'On Bridges: A Study',
      abstract: 'We study *bridges* of $O(n)$ spans. Our method is fast. It works.',
      facts: {
        ...{ arxivId: '2606.00001', votes: 101, organisation: 'Org', comments: 6 },
        publishedDay: { month: 5, day: 29 },
      },
    },
    {
      title: 'On Towers',
      abstract: abstractOf('towers'),
      facts: { arxivId: '2606.00002', authorCount: 3, published: '2025-02-27' },
    },
  ]);
});

test('an arXiv link in an abstract is not the id of its paper', () => {
  const abstract = `${abstractOf('bridges')} See https://arxiv.org/abs/2503.00009`;
  const markdown = `Oct 2\n\n### [On Bridges](https://huggingface.co/papers/2503.00001)\n\n[We extend](https://arxiv.org/abs/2503.00009) bridges. Our method is fast. It works.\n`;
  expect(read(`Oct 2\n\nOn Bridges\n\n${abstract}\n`)).toEqual([{ title: 'On Bridges', abstract }]);
  expect(read(markdown)[0]?.facts).toEqual({ arxivId: '2503.00001' });
});

test('the page of a day comes back as it is, whatever numbers its texts have', () => {
  const line = fc.constantFrom(
    '1984',
    '42 Bridges',
    'On - Towers',
    'A · B',
    '3 authors and a bridge',
    'On Roofs',
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (titles) => {
      const text = `Mar 11\n\n${titles.map((title, i) => `${title}\n\n${abstractOf(`case ${i}`)}\n\n`).join('')}`;
      expect(read(text)).toEqual(
        titles.map((title, i) => ({ title, abstract: abstractOf(`case ${i}`) })),
      );
    }),
  );
});
