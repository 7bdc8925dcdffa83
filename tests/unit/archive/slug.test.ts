import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeSlug,
  makeUniqueSlug,
  maxSlugLength,
  withoutVotes,
} from '../../../src/archive/slug.ts';
import { runs } from '../../tier.ts';

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('makeSlug', () => {
  it.each([
    ['Light Schrödinger Bridge', 'light-schrodinger-bridge'],
    ['GPT-4: A Report', 'gpt-4-a-report'],
    ['LoRA & DoRA', 'lora-and-dora'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows', 'c-windows'],
    ['What? #1 100%', 'what-1-100'],
    ['Straße', 'strasse'],
    ['  spaced   out  ', 'spaced-out'],
    ['DeepSeek', 'deepseek'],
  ])('makes of "%s" the slug %s', (title, slug) => {
    expect(makeSlug(title)).toBe(slug);
  });

  it.each(['', '🚀🔥', '???', '..', '学习', '/'])(
    'calls "%s" a paper: nothing of it can be spelled',
    (title) => {
      expect(makeSlug(title)).toBe('paper');
    },
  );

  it.each(['CON', 'prn', 'Aux', 'NUL', 'com1', 'LPT9', 'con!'])(
    'never gives the name "%s", which Windows refuses for a folder',
    (title) => {
      expect(makeSlug(title)).toBe(`${title.toLowerCase().replace('!', '')}-paper`);
    },
  );

  it('keeps "index" free, which many servers answer for the folder itself', () => {
    expect(makeSlug('Index')).not.toBe('index');
  });

  it('does not mind a reserved name among other words', () => {
    expect(makeSlug('CON Artists')).toBe('con-artists');
  });

  it('cuts at a word within 80 characters', () => {
    const title = `${'abcdefghi '.repeat(8)}tail`;
    expect(makeSlug(title)).toBe(Array(8).fill('abcdefghi').join('-'));
    expect(Array(8).fill('abcdefghi').join('-')).toHaveLength(79);
  });

  it('keeps a slug of just 80 characters whole', () => {
    const title = `${'abcdefghi '.repeat(7)}0123456789`;
    expect(makeSlug(title)).toHaveLength(80);
  });

  it('cuts a single long word at 80 characters', () => {
    expect(makeSlug('x'.repeat(300))).toBe('x'.repeat(80));
  });

  it('cuts what is left to a reserved name like that name', () => {
    expect(makeSlug(`con ${'x'.repeat(90)}`)).toBe('con-paper');
  });

  it('is ASCII words joined by hyphens, at most 80 characters, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const slug = makeSlug(title);
        expect(slug).toMatch(slugForm);
        expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
      }),
      runs(1000),
    );
  });

  it('makes of a slug that slug again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        expect(makeSlug(makeSlug(title))).toBe(makeSlug(title));
      }),
    );
  });
});

describe('makeUniqueSlug', () => {
  it('keeps a slug that is free', () => {
    expect(makeUniqueSlug('a', () => false)).toBe('a');
  });

  it('counts from 2 on, past what is taken', () => {
    const taken = new Set(['a', 'a-2', 'a-3']);
    expect(makeUniqueSlug('a', (slug) => taken.has(slug))).toBe('a-4');
  });

  it('cuts at a word to make room for the number', () => {
    const slug = Array(8).fill('abcdefghi').join('-');
    const short = Array(7).fill('abcdefghi').join('-');
    expect(makeUniqueSlug(slug, (s) => s === slug)).toBe(`${short}-2`);
  });

  it('stays in form, free and within 80 characters, for any title and any number of takers', () => {
    const title = fc.string({ unit: 'grapheme-ascii', minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(title, fc.integer({ min: 0, max: 120 }), (text, takers) => {
        const taken = new Set<string>();
        for (let i = 0; i <= takers; i++) {
          const slug = makeUniqueSlug(makeSlug(text), (s) => taken.has(s));
          expect(taken.has(slug)).toBe(false);
          expect(slug).toMatch(slugForm);
          expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
          taken.add(slug);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('LaTeX in a title', () => {
  it.each([
    ['A na\\"ive Approach', 'a-naive-approach'],
    ['\\textbf{D}irect {\\it Sampling}', 'direct-sampling'],
    ['$\\tau$-bench', 'tau-bench'],
    ['LLM$\\times$MapReduce', 'llmtimesmapreduce'],
    ['Learning in $\\mathbb{R}^d$', 'learning-in-rd'],
  ])('leaves no trace but its letters in the address of %s', (title, slug) => {
    expect(makeSlug(title)).toBe(slug);
  });
});

describe('withoutVotes', () => {
  it.each([
    ['101 OCC-RAG: Small Models', 'OCC-RAG: Small Models'],
    ['1.2k On Bridges', 'On Bridges'],
    ['3D Bridges', '3D Bridges'],
    ['On 3 Bridges', 'On 3 Bridges'],
    ['2048', '2048'],
  ])('of %j is %j', (title, expected) => {
    expect(withoutVotes(title)).toBe(expected);
  });
});
