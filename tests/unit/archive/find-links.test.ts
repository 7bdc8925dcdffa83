import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks, kindOfLink } from '../../../src/archive/find-links.ts';
import { runs } from '../../tier.ts';

/** What of a text is a link, as it stands there. */
const slices = (text: string) => findLinks(text).map(({ start, end }) => text.slice(start, end));

describe('findLinks', () => {
  it.each([
    ['a full stop', 'Code: https://github.com/x/y.', 'https://github.com/x/y'],
    ['a comma', 'At https://x.org/a, we', 'https://x.org/a'],
    ['a question mark', 'Is it https://x.org/a?', 'https://x.org/a'],
    ['brackets round it', 'Ours (https://x.org/a) is', 'https://x.org/a'],
    ['brackets and a full stop', 'Ours (see https://x.org/a).', 'https://x.org/a'],
    ['quotation marks', 'At "https://x.org/a" we', 'https://x.org/a'],
    ['an ellipsis', 'At https://x.org/a...', 'https://x.org/a'],
  ])('leaves out %s', (_, text, address) => {
    expect(findLinks(text)).toEqual([
      {
        start: text.indexOf(address),
        end: text.indexOf(address) + address.length,
        url: address,
        label: address,
        kind: address.includes('github') ? 'code' : 'project',
      },
    ]);
  });

  it('keeps brackets that belong to the address', () => {
    expect(slices('See https://x.org/A_(b), too')).toEqual(['https://x.org/A_(b)']);
  });

  it('keeps a full stop within the address', () => {
    expect(slices('See https://x.org/v1.2/a.html.')).toEqual(['https://x.org/v1.2/a.html']);
  });

  it('takes `address{words}`, which is what is left of \\href, for one link with those words', () => {
    const text = 'on our https://x.org/p{project page}.';
    const [link, ...others] = findLinks(text);
    expect(others).toEqual([]);
    expect(link).toMatchObject({ url: 'https://x.org/p', label: 'project page' });
    expect(text.slice(link?.start, link?.end)).toBe('https://x.org/p{project page}');
  });

  it('shows the address where the braces behind it hold no words', () => {
    expect(findLinks('at https://x.org/p{} we')).toMatchObject([{ label: 'https://x.org/p' }]);
  });

  it('ends at a brace', () => {
    expect(slices('{https://x.org/p} and')).toEqual(['https://x.org/p']);
    expect(slices('\\url{https://x.org/p}')).toEqual(['https://x.org/p']);
  });

  it('reads an escaped underscore as the underscore it prints', () => {
    const text = 'at https://github.com/a\\_b/c\\_d.';
    expect(findLinks(text)).toMatchObject([
      { url: 'https://github.com/a_b/c_d', label: 'https://github.com/a_b/c_d' },
    ]);
    expect(slices(text)).toEqual(['https://github.com/a\\_b/c\\_d']);
  });

  it.each([
    ['github.com/x/y', 'https://github.com/x/y'],
    ['www.example.org', 'https://www.example.org/'],
    ['someone.github.io', 'https://someone.github.io/'],
    ['lab2.github.io/page', 'https://lab2.github.io/page'],
    ['huggingface.co/a/b', 'https://huggingface.co/a/b'],
  ])('takes %s for an address, though it has no scheme', (address, url) => {
    expect(findLinks(`See ${address}.`)).toMatchObject([{ url, label: address }]);
  });

  it.each([
    'the mechanism.In this work',
    'the mechanism.In/out of this',
    'written in Node.js and run.py',
    'GPT-4.5 and 3.14',
    'e.g.this',
    'javascript:alert(1)',
    'JavaScript:alert(1)//https',
    'data:text/html,<script>',
    'ftp://x.org/a',
    'mailto:a@x.org',
    'write to a@x.org',
    'file:///etc/passwd',
    'http://localhost/x',
    'https://',
    '',
  ])('finds no link in "%s"', (text) => {
    expect(findLinks(text)).toEqual([]);
  });

  it('finds several, in order', () => {
    expect(slices('https://a.org/x and https://b.org/y; www.c.org')).toEqual([
      ...['https://a.org/x', 'https://b.org/y', 'www.c.org'],
    ]);
  });

  it('gives, for any text, web addresses only, in order and without overlap', () => {
    const piece = fc.constantFrom(
      ...['https://x.org/a', 'http:', '//', 'www.', 'x.github.io', 'javascript:', 'github.com/x'],
      ...[
        '{',
        '}',
        '{words}',
        '(',
        ')',
        '.',
        ',',
        ' ',
        ' ',
        '\\_',
        '\\',
        'é',
        '数',
        '"',
        "'",
        '<',
        '\uE000',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, url, label } of findLinks(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(['http:', 'https:']).toContain(new URL(url).protocol);
          expect(label).not.toBe('');
          last = end;
        }
      }),
      runs(2000),
    );
  });
});

describe('kindOfLink', () => {
  it.each([
    ['https://github.com/x/y', 'code'],
    ['https://gitlab.com/x', 'code'],
    ['https://gitlab.example.gitlab.com/x', 'code'],
    ['https://huggingface.co/x/y', 'model'],
    ['https://huggingface.co/spaces/x/y', 'demo'],
    ['https://huggingface.co/datasets/x/y', 'data'],
    ['https://huggingface.co/papers/2503.1', 'paper'],
    ['https://hf.co/spaces/x', 'demo'],
    ['https://colab.research.google.com/x', 'demo'],
    ['https://arxiv.org/abs/2503.1', 'paper'],
    ['https://www.youtube.com/watch?v=1', 'video'],
    ['https://x.github.io/y', 'project'],
    ['https://notgithub.com/x', 'project'],
    ['https://github.com.evil.org/x', 'project'],
    ['https://example.org/', 'project'],
  ])('of %s is %s', (url, kind) => {
    expect(kindOfLink(url)).toBe(kind);
  });
});
