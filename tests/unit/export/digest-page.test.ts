import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { expect, test } from 'vitest';
import { type Digest, writeDigest } from '../../../src/export/digest-page.ts';
import { findElements } from '../../check/site-pages.ts';

const digest: Digest = {
  name: 'Dayleaf',
  span: '14 March 2025',
  language: 'en',
  footer: 'Texts are their authors’.',
  days: [
    {
      title: '14 March 2025',
      url: 'https://example.org/days/2025-03-14/',
      papers: [
        {
          title: 'In O(n²) <b>& more',
          url: 'https://example.org/papers/more/',
          abstract: 'We take R∈ℝ^d.\n\nAnd <script>alert(1)</script>.',
          links: [{ url: 'https://github.com/a/b', kind: 'code' }],
        },
        { title: 'Second', url: 'https://example.org/papers/second/', abstract: 'Two.', links: [] },
      ],
    },
  ],
};

test('both bodies say all of it', () => {
  const { subject, html, text } = writeDigest(digest);
  expect(subject).toBe('Dayleaf: 14 March 2025, 2 papers');
  const words = toText(fromHtml(html));
  for (const body of [words, text]) {
    for (const said of [
      'In O(n²) <b>& more',
      'We take R∈ℝ^d.',
      '<script>alert(1)</script>',
      'Two.',
    ])
      expect(body).toContain(said);
    expect(body).toContain('Code: https://github.com/a/b');
    expect(body).toContain('Texts are their authors’.');
    // A title stands in the list and over its abstract.
    expect(body.split('In O(n²)')).toHaveLength(3);
  }
});

test('the HTML fetches nothing, and leads to the papers', () => {
  const tree = fromHtml(writeDigest(digest).html);
  const loading = ['script', 'link', 'img', 'style', 'iframe', 'math'];
  expect(findElements(tree, ({ tagName }) => loading.includes(tagName))).toEqual([]);
  const links = findElements(tree, ({ tagName }) => tagName === 'a');
  expect(links.map(({ properties }) => properties.href)).toEqual([
    'https://example.org/days/2025-03-14/',
    'https://example.org/papers/more/',
    'https://example.org/papers/second/',
    'https://example.org/papers/more/',
    'https://github.com/a/b',
    'https://example.org/papers/second/',
  ]);
});

test('one paper is one paper', () => {
  const [day] = digest.days;
  const letter = writeDigest({ ...digest, days: [{ ...day, papers: day.papers.slice(1) }] });
  expect(letter.subject).toBe('Dayleaf: 14 March 2025, 1 paper');
});

const words = (html: string): string => toText(fromHtml(html));

test('first sentences replace abstracts, and each body leads to the day', () => {
  const { html, text } = writeDigest(digest, {
    ...{ html: 'sentences', text: 'sentences' },
    isShortened: true,
  });
  for (const body of [words(html), text]) {
    expect(body).toContain('We take R∈ℝ^d.');
    expect(body).not.toContain('alert(1)');
    expect(body).toContain('First sentences only, so that mail programs show the whole mail.');
    expect(body.split('In O(n²)')).toHaveLength(2);
  }
  expect(text).toContain('All of it: https://example.org/days/2025-03-14/');
  expect(text).toContain('2. Second\nhttps://example.org/papers/second/\nTwo.');
});

test('titles that were asked for are not called shortened', () => {
  const { html, text } = writeDigest(digest, { html: 'titles', text: 'titles' });
  for (const body of [words(html), text]) {
    expect(body).toContain('Second');
    expect(body).not.toContain('Two.');
    expect(body).not.toContain('only');
  }
  expect(text).toContain('https://example.org/papers/second/');
  expect(writeDigest(digest, { html: 'titles', text: 'bare-titles' }).text).not.toContain(
    '/papers/',
  );
});

test('papers that are not listed are counted, with a link to the first day that has some', () => {
  const [day] = digest.days;
  const days = [day, { ...day, title: '15 March 2025', url: 'https://example.org/days/15/' }];
  const { subject, html, text } = writeDigest(
    { ...digest, days },
    { html: 'titles', text: 'titles', papers: 2 },
  );
  expect(subject).toContain('4 papers');
  expect(text).toContain('14 March 2025, 2 papers');
  expect(text).not.toContain('15 March 2025');
  expect(text).toMatch(/^2 papers not listed, .* From: https:\/\/example\.org\/days\/15\/$/m);
  expect(words(html)).toMatch(/2 papers not listed, .* From: 15 March 2025/);
  const cut = writeDigest({ ...digest, days }, { html: 'titles', text: 'titles', papers: 3 });
  expect(cut.text).toContain('15 March 2025, 2 papers');
  expect(cut.text).toContain('1 paper not listed');
});

test('the search is said in the subject and over each day', () => {
  const { subject, html, text } = writeDigest({ ...digest, search: 'R & more' });
  expect(subject).toBe('Dayleaf: 14 March 2025, 2 papers with “R & more”');
  for (const body of [words(html), text]) expect(body).toContain('2 papers with “R & more”');
});
