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
