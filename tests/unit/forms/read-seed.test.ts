import { describe, expect, test } from 'vitest';
import { CaptureError } from '../../../src/capture/problem.ts';
import { readSeed, type SeedCapture } from '../../../src/forms/read-seed.ts';

const read = (text: string, file = 'seeds/a.txt'): SeedCapture[] =>
  readSeed(file, new TextEncoder().encode(text));

const codesOf = (text: string, file?: string): string[] => {
  try {
    read(text, file);
    return [];
  } catch (error) {
    if (error instanceof CaptureError) return error.problems.map(({ code }) => code);
    throw error;
  }
};

const abstractOf = (what: string): string =>
  `We study ${what} over long spans. Our method finds where they carry load. It is fast.`;

const apiEntry = (id: string, what: string, rest: object = {}, top: object = {}) => ({
  paper: {
    id,
    title: `On ${what}:\n  A Study`,
    summary: abstractOf(what).replace('spans. ', 'spans.\n'),
    authors: [{ name: 'Ana Bó' }, { name: ' ' }, { name: 'Chen Du', hidden: true }],
    publishedAt: '2025-03-05T10:00:00.000Z',
    upvotes: 12,
    ...rest,
  },
  title: 'Another title',
  publishedAt: '2025-03-06T10:00:00.000Z',
  numComments: 2,
  ...top,
});

describe('an answer of the API', () => {
  const bridges = apiEntry('2503.00001', 'Bridges', {
    submittedOnDailyAt: '2025-03-11T03:00:00.000Z',
  });
  const towers = apiEntry('2503.00002', 'Towers', {
    submittedOnDailyAt: '2025-03-12T23:59:59.000Z',
  });

  test('is one capture a day, with what it says of each paper', () => {
    const [first, second, ...others] = read(JSON.stringify([bridges, towers], null, 1));
    expect(others).toEqual([]);
    expect(first?.date).toMatchObject({ year: 2025, month: 3, day: 11 });
    expect(second?.date).toMatchObject({ year: 2025, month: 3, day: 12 });
    expect(first?.entries).toEqual([
      {
        rank: 1,
        title: 'On Bridges: A Study',
        abstract: abstractOf('Bridges'),
        line: 4,
        facts: {
          arxivId: '2503.00001',
          authors: ['Ana Bó', 'Chen Du'],
          published: '2025-03-05',
          votes: 12,
          comments: 2,
        },
      },
    ]);
  });

  test.each([
    ['an array', [bridges]],
    ['an object with the day that was asked for', { date: '2025-03-11', answer: [bridges] }],
    ['the data of a page', { dateString: '2025-03-11', dailyPapers: [bridges], query: {} }],
  ])('is read from %s', (_, value) => {
    expect(read(JSON.stringify(value)).map(({ entries }) => entries[0]?.title)).toEqual([
      'On Bridges: A Study',
    ]);
  });

  test('is read from JSON lines of entries or of answers', () => {
    const lines = [bridges, towers].map((entry) => JSON.stringify(entry)).join('\n');
    expect(read(`${lines}\n`).map(({ date }) => date.text)).toEqual(['2025-03-11', '2025-03-12']);
    const answers = [
      { date: '2025-03-13', answer: [apiEntry('2503.00003', 'Roofs')] },
      { date: '2025-03-14', answer: [apiEntry('2503.00004', 'Walls')] },
    ].map((answer) => JSON.stringify(answer));
    expect(read(answers.join('\n')).map(({ date }) => date.text)).toEqual([
      '2025-03-13',
      '2025-03-14',
    ]);
  });

  test('without days of entries is of the day asked for, of the name, or of the latest publication', () => {
    const undated = [
      apiEntry('2503.00003', 'Roofs'),
      apiEntry('2503.00004', 'Walls', {}, { publishedAt: '2025-03-07T00:00:00Z' }),
    ];
    expect(read(JSON.stringify({ date: '2025-03-10', answer: undated }))[0]?.date.text).toBe(
      '2025-03-10',
    );
    const [named] = read(JSON.stringify(undated), 'seeds/2025-03-09.json');
    expect(named?.date.text).toBe('2025-03-09');
    expect(named?.date.isAssumed).toBeUndefined();
    expect(read(JSON.stringify(undated))[0]?.date).toMatchObject({
      text: '2025-03-07',
      isAssumed: true,
    });
  });

  test('of several days without any are each of their latest publication', () => {
    const answerOf = (n: number): string =>
      JSON.stringify([
        apiEntry(`2503.0000${n}`, `Bridge ${n}`, {}, { publishedAt: `2025-03-0${n}T00:00:00Z` }),
      ]);
    expect(read(`${answerOf(7)}\n${answerOf(8)}\n`).map(({ date }) => date)).toMatchObject([
      { text: '2025-03-07', isAssumed: true },
      { text: '2025-03-08', isAssumed: true },
    ]);
  });

  test('is the same capture when only votes have changed, and another one on another day', () => {
    const idOf = (entry: object): string => read(JSON.stringify([entry]))[0]?.sha256 ?? '';
    const voted = { ...bridges, paper: { ...bridges.paper, upvotes: 99 }, numComments: 7 };
    expect(idOf(voted)).toBe(idOf(bridges));
    expect(
      idOf({ ...bridges, paper: { ...bridges.paper, summary: abstractOf('Roads') } }),
    ).not.toBe(idOf(bridges));
    const later = {
      ...bridges,
      paper: { ...bridges.paper, submittedOnDailyAt: '2025-03-12T00:00:00Z' },
    };
    expect(idOf(later)).not.toBe(idOf(bridges));
  });

  test('takes only https addresses', () => {
    const facts = (rest: object) =>
      read(JSON.stringify([apiEntry('2503.1', 'X', rest)]))[0]?.entries[0]?.facts;
    expect(
      facts({ projectPage: 'javascript:alert(1)', githubRepo: 'http://example.org/a' }),
    ).not.toHaveProperty('code');
    expect(
      facts({ projectPage: 'https://user:pw@example.org/', githubRepo: 'https://example.org/a' }),
    ).toMatchObject({ code: 'https://example.org/a' });
    for (const projectPage of [
      'https://user:pw@example.org/',
      'https://:pw@example.org/',
      'data:,x',
    ])
      expect(facts({ projectPage })).not.toHaveProperty('projectPage');
    expect(facts({ projectPage: 'https://\u0430pple.com/\u202e' })).toMatchObject({
      projectPage: 'https://xn--pple-43d.com/%E2%80%AE',
    });
  });

  test('keeps names on one line, and what they change to themselves', () => {
    const names = {
      authors: [{ name: '\u202eAna\u0007\n Bó' }, { name: '\u200b' }],
      organization: { fullname: 'X\u001b[31m' },
      ai_keywords: ['a\tb', ''],
    };
    const [capture] = read(JSON.stringify([apiEntry('2503.00001', 'Bridges', names)]));
    expect(capture?.entries[0]?.facts).toMatchObject({
      authors: ['\u202eAna\u2407 Bó\u202c'],
      organisation: 'X\u241b[31m',
      keywords: ['a b'],
    });
  });

  test('has no halves of surrogate pairs, which only escapes can give', () => {
    const half = { title: 'On \ud83d Bridges', authors: [{ name: 'Ana \udfff' }] };
    const [capture] = read(JSON.stringify([apiEntry('2503.00001', 'Bridges', half)]));
    expect(capture?.entries[0]).toMatchObject({
      title: 'On \ufffd Bridges',
      facts: { authors: ['Ana \ufffd'] },
    });
  });

  test('takes no values from the names that objects have', () => {
    const json = JSON.stringify([apiEntry('2503.00001', 'Bridges')]);
    const [capture] = read(
      json.replace(
        '{"paper":{',
        '{"__proto__":{"x":1},"paper":{"__proto__":{"upvotes":99},"constructor":1,',
      ),
    );
    expect(capture?.entries[0]?.facts?.votes).toBe(12);
    expect(Object.prototype).not.toHaveProperty('upvotes');
  });

  test('ignores fields of another type than it knows', () => {
    const odd = {
      authors: 'Ana',
      upvotes: -1,
      ai_keywords: [1],
      organization: 7,
      submittedOnDailyAt: 12,
    };
    const [capture] = read(JSON.stringify([apiEntry('2503.00001', 'Bridges', odd)]));
    expect(capture?.entries[0]?.facts).toEqual({
      arxivId: '2503.00001',
      published: '2025-03-05',
      comments: 2,
    });
  });

  test('that is cut off is an error at that place', () => {
    const text = JSON.stringify([bridges], null, 1);
    expect(codesOf(text.slice(0, 300))).toEqual(['json/syntax']);
    expect(codesOf(`${JSON.stringify(bridges)}\n{"paper": `)).toEqual(['json/syntax']);
    expect(() => read(`${JSON.stringify(bridges)}\n\n{"paper": x}`)).toThrow(
      /a\.txt:3:11 {2}json\/syntax/,
    );
  });

  test('with an entry without an abstract is refused, with its line', () => {
    const text = JSON.stringify(
      [bridges, apiEntry('2503.00002', 'Towers', { summary: '' }, { summary: '' })],
      null,
      1,
    );
    expect(codesOf(text)).toEqual(['entry/no-abstract']);
    expect(() => read(text)).toThrow(/:2[0-9]:1 /);
  });

  test('with a title or an abstract that shows nothing is refused', () => {
    const blank = '\u202e\u202c \u200d\u00ad\ufeff';
    for (const [code, rest] of [
      ['entry/no-title', { title: blank }],
      ['entry/no-abstract', { summary: blank }],
    ] as const)
      expect(codesOf(JSON.stringify([apiEntry('2503.00001', 'Bridges', rest)]))).toEqual([code]);
  });

  test.each(['{"a": 1}', '[[1, 2]]', '[]', '{"papers": [{"name": "x"}]}'])('%s is none', (text) => {
    expect(codesOf(text)).toEqual(['file/unknown-form']);
  });
});

test('a page whose links a text browser has numbered is not taken for JSON', () => {
  const paper = (n: number, what: string) =>
    `[${n}]On ${what}\n\n[${n + 1}]${abstractOf(what)}\n\n`;
  const text = `[1]Daily Papers\n\nMar 11\n\n${paper(2, 'Bridges')}${paper(4, 'Towers')}`;
  expect(read(text).map(({ form }) => form)).toEqual(['a pasted page']);
  expect(read(text)[0]?.entries.map(({ title }) => title)).toEqual(['On Bridges', 'On Towers']);
});

describe('a saved page', () => {
  const props = {
    periodType: 'day',
    dateString: '2025-03-11',
    dailyPapers: [apiEntry('2503.00001', 'Bridges & <b>Towers</b>')],
  };
  const escaped = JSON.stringify(props).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = (attribute: string): string =>
    `<!doctype html><title>x</title><body><div class="a" data-target="DailyPapers" data-props=${attribute}><h1>Daily Papers</h1></div>`;

  test.each([
    ['double', page(`"${escaped.replaceAll('"', '&quot;')}"`)],
    ['single', page(`'${escaped.replaceAll("'", '&#39;')}'`)],
  ])('is read from its data, in %s quotes', (_, html) => {
    const [capture] = read(html, 'seeds/page.html');
    expect(capture?.date.text).toBe('2025-03-11');
    expect(capture?.entries[0]?.title).toBe('On Bridges & <b>Towers</b>: A Study');
    expect(capture?.entries[0]?.facts?.arxivId).toBe('2503.00001');
  });

  test.each(['week', 'month'])(
    'of a %s has the days of its papers, or is refused',
    (periodType) => {
      const save = (...dailyPapers: object[]): string =>
        page(
          `'${JSON.stringify({ periodType, dateString: '2025-03-10', dailyPapers }).replaceAll("'", '&#39;')}'`,
        );
      const entry = (n: number, day?: string): object =>
        apiEntry(
          `2503.0000${n}`,
          `Bridge ${n}`,
          day ? { submittedOnDailyAt: `${day}T03:00:00Z` } : {},
        );
      const dated = save(entry(1, '2025-03-11'), entry(2, '2025-03-12'));
      expect(read(dated).map(({ date }) => date.text)).toEqual(['2025-03-11', '2025-03-12']);
      for (const file of ['seeds/page.html', 'seeds/2025-03-11.html'])
        expect(codesOf(save(entry(1, '2025-03-11'), entry(2)), file)).toEqual(['date/several']);
    },
  );

  test('without its data is read from its cards', () => {
    const card = (id: string, what: string): string =>
      `<article><h3><a href="/papers/${id}">On ${what}</a></h3><p>${abstractOf(what)}<script>alert(1)</script></p></article>`;
    const html = `<html><body>${card('2503.00001', 'Bridges')}${card('2503.00002', 'Towers')}</body></html>`;
    const [capture] = read(html, 'seeds/2025-03-11.html');
    expect(
      capture?.entries.map(({ title, abstract, facts }) => [title, abstract, facts?.arxivId]),
    ).toEqual([
      ['On Bridges', abstractOf('Bridges'), '2503.00001'],
      ['On Towers', abstractOf('Towers'), '2503.00002'],
    ]);
    expect(codesOf(html)).toEqual(['date/missing']);
  });

  test('of something else is refused', () => {
    expect(codesOf('<!DOCTYPE html><p>Hello</p>')).toEqual(['file/unknown-form']);
  });
});

describe('a feed', () => {
  const rss = (items: string): string =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><lastBuildDate>Thu, 15 May 2025 06:01:21 +0000</lastBuildDate>${items}</channel></rss>`;
  const html = `&lt;p&gt;&lt;img src="https://example.org/x.png"/&gt;&lt;/p&gt;&lt;p&gt;&lt;b&gt;Authors:&lt;/b&gt; Ana Bó, Chen Du&lt;/p&gt;&lt;p&gt;&lt;b&gt;Upvotes:&lt;/b&gt; 3&lt;/p&gt;&lt;p&gt;&lt;b&gt;Summary:&lt;/b&gt; ${abstractOf('roofs')}&lt;/p&gt;`;

  test('of RSS is of the day it was made', () => {
    const [capture] = read(
      rss(
        `<item><title>On Roofs:&#xA;  A Study</title><link>https://arxiv.org/abs/2505.00001v2</link><description>${html}</description></item>`,
      ),
    );
    expect(capture?.date.text).toBe('2025-05-15');
    expect(capture?.entries).toEqual([
      {
        rank: 1,
        title: 'On Roofs: A Study',
        abstract: abstractOf('roofs'),
        line: 1,
        facts: { arxivId: '2505.00001', authors: ['Ana Bó', 'Chen Du'], votes: 3 },
      },
    ]);
  });

  test('of Atom, as arXiv’s API answers, has categories and authors', () => {
    const [capture] = read(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><updated>2025-03-11T00:00:00-04:00</updated><entry><id>http://arxiv.org/abs/2503.00001v1</id><published>2025-03-05T15:33:52Z</published><title>On Walls</title><summary>  ${abstractOf('walls').replace('. ', '.\n')}\n</summary><author><name>Ana Bó</name></author><category term="cs.CL"/><category term="cs.LG"/></entry></feed>`,
    );
    expect(capture?.date.text).toBe('2025-03-11');
    expect(capture?.entries[0]).toEqual({
      rank: 1,
      title: 'On Walls',
      abstract: abstractOf('walls'),
      line: 1,
      facts: {
        arxivId: '2503.00001',
        authors: ['Ana Bó'],
        categories: ['cs.CL', 'cs.LG'],
        published: '2025-03-05',
      },
    });
  });

  test('without abstracts, or cut off, is refused', () => {
    expect(codesOf(rss('<item><title>On Roofs</title></item>'))).toEqual(['entry/no-abstract']);
    expect(codesOf('<?xml version="1.0"?><rss version="2.0"><chan')).toEqual(['file/unknown-form']);
  });
});

test('spaces that do not break are spaces, also where a form is recognised', () => {
  const mail = `\\\\\narXiv:2411.00001\nDate: Mon, 11 Nov 2024 02:03:15 GMT\n\nTitle: On Bridges\n\\\\\n  ${abstractOf('bridges')}\n\\\\ ( https://arxiv.org/abs/2411.00001 )\n`;
  expect(read(mail.replaceAll(' ', '\u00a0'))).toMatchObject([
    { form: 'an arXiv mail', entries: [{ title: 'On Bridges', abstract: abstractOf('bridges') }] },
  ]);
  const day = 'Mar 11\nSubmitted by\na-reader\n\n58\nOn Bridges\n· 8 authors\n3\n';
  expect(read(day.replaceAll(' ', '\u00a0'))[0]?.doubt?.message).toContain('no abstracts');
});

test('an arXiv mail that ends within a paper is refused, at that paper', () => {
  const paper = (id: string): string =>
    `\\\\\narXiv:${id}\nDate: Mon, 11 Nov 2024 02:03:15 GMT\n\nTitle: On Bridges\n\\\\\n  ${abstractOf(id)}\n`;
  const end = '\\\\ ( https://arxiv.org/abs/2411.00001 )\n';
  const mail = `${paper('2411.00001')}${end}${paper('2411.00002')}`;
  expect(read(`${mail}${end}`)[0]?.entries).toHaveLength(2);
  for (const text of [mail, mail.slice(0, -150)])
    expect(() => read(text)).toThrow(/a\.txt:9:1 {2}file\/cut-off/);
});

test('an arXiv mail gives the papers that have abstracts, on the last day of the period', () => {
  const mail = `Submissions to:
Artificial Intelligence
 received from  Wed 20 Nov 24 19:00:00 GMT  to  Thu 21 Nov 24 19:00:00 GMT
------------------------------------------------------------------------------
\\\\
arXiv:2411.00001
Date: Mon, 11 Nov 2024 02:03:15 GMT   (31214kb)

Title: On Bridges and
  Towers
Authors: Ana Bó (University of X (Y)), Chen Du and Eva Fa
Categories: cs.AI cs.LG
Comments: 12 pages
\\\\
  ${abstractOf('bridges').replace('. ', '.\n')}
\\\\ ( https://arxiv.org/abs/2411.00001 , 31214kb)
------------------------------------------------------------------------------
\\\\
arXiv:2410.00002
replaced with revised version Mon, 11 Nov 2024 02:03:15 GMT   (3kb)

Title: On Roofs
Authors: Ana Bó
Categories: cs.AI
\\\\ ( https://arxiv.org/abs/2410.00002 , 3kb)
`;
  const [capture] = read(mail);
  expect(capture?.date.text).toBe('2024-11-21');
  expect(capture?.entries).toEqual([
    {
      rank: 1,
      title: 'On Bridges and Towers',
      abstract: abstractOf('bridges'),
      line: 9,
      facts: {
        arxivId: '2411.00001',
        authors: ['Ana Bó', 'Chen Du', 'Eva Fa'],
        categories: ['cs.AI', 'cs.LG'],
        published: '2024-11-11',
      },
    },
  ]);
});

test('titles that end with a formula are titles, not code', () => {
  const papers = [1, 2, 3].map((i) => `Attention ${i} over x^{2}\n\n${abstractOf(`${i} things`)}`);
  const [capture] = read(`Mar 11\n\n${papers.join('\n\n')}`);
  expect(capture?.entries).toHaveLength(3);
});
