import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSeed, MAX_SEED_SIZE_BYTES } from '../../../src/capture/decode-seed.ts';
import { normaliseSeed } from '../../../src/capture/normalise-seed.ts';
import { CaptureError } from '../../../src/capture/problem.ts';
import { isIgnoredName } from '../../../src/capture/seed-name.ts';
import { runs } from '../../tier.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encode(part)] : [part])));

function placesOf(input: Uint8Array): string[] {
  try {
    decodeSeed('a.txt', input);
    return [];
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    return error.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  }
}

describe('decodeSeed', () => {
  it('gives the text, without its byte order mark', () => {
    expect(decodeSeed('a.txt', bytes(0xef, 0xbb, 0xbf, 'Schrödinger 🌉\r\n'))).toBe(
      'Schrödinger 🌉\r\n',
    );
  });

  it.each([
    ['a bad byte', bytes('ab\ncd', 0xff, 'e'), ['2:3 file/not-utf8']],
    ['a broken sequence, at its start', bytes('aé', 0xe2, 0x82, 'x'), ['1:3 file/not-utf8']],
    ['a sequence broken off at the end', bytes('a\r\nb', 0xc3), ['2:2 file/not-utf8']],
    ['an encoded surrogate', bytes(0xed, 0xa0, 0x80), ['1:1 file/not-utf8']],
    [
      'a bad byte after a mark and an emoji',
      bytes(0xef, 0xbb, 0xbf, '🌉', 0x80),
      ['1:3 file/not-utf8'],
    ],
    ['a NUL', bytes('a\rb\r\nc', 0, 'd'), ['3:2 file/nul']],
    ['a NUL and a bad byte', bytes('a\n', 0, '\n', 0xfe), ['2:1 file/nul', '3:1 file/not-utf8']],
    ['a PDF', bytes('%PDF-1.7\n', 0xff), ['1:1 file/not-a-capture']],
    ['a ZIP archive', bytes('PK', 3, 4, 0xff), ['1:1 file/not-a-capture']],
    ['a picture', bytes(0x89, 'PNG', 0), ['1:1 file/not-a-capture']],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 'a', 0), ['1:1 file/not-utf8']],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 'a'), ['1:1 file/not-utf8']],
  ])('places %s', (_, input, places) => expect(placesOf(input)).toEqual(places));

  it('allows 20 MB and not a byte more', () => {
    expect(placesOf(new Uint8Array(MAX_SEED_SIZE_BYTES).fill(97))).toEqual([]);
    expect(placesOf(new Uint8Array(MAX_SEED_SIZE_BYTES + 1))).toEqual(['1:1 file/too-large']);
  });

  it('allows 100,000 lines and not one more, however they end', () => {
    const lines = (end: string, count: number) => encode(end.repeat(count - 1));
    expect(() => decodeSeed('a.txt', lines('\r\n', 100_000))).not.toThrow();
    for (const end of ['\n', '\r', '\r\n'])
      expect(() => decodeSeed('a.txt', lines(end, 100_001))).toThrow('has 100001 lines');
  });

  it('throws nothing but CaptureError', () => {
    fc.assert(fc.property(fc.uint8Array(), (input) => void placesOf(input)));
  });
});

describe('normaliseSeed', () => {
  it('evens out line ends, spaces and what has no width', () => {
    expect(normaliseSeed('\uFEFFa\u00A0b\u200B\u2009c \t\r\n\r  d\u2060\re\u3000\n \n\n')).toBe(
      'a b c\n\n  d\ne\n',
    );
  });

  it('keeps joiners inside words only', () => {
    expect(normaliseSeed('👩‍💻 می‌خواهم \u200Da\u200C\nb\u200D c')).toBe('👩‍💻 می‌خواهم a\nb c\n');
  });

  it('leaves letters as captured', () => {
    expect(normaliseSeed('e\u0301')).toBe('e\u0301\n');
  });

  it('shows control characters, and loses none of them', () => {
    expect(normaliseSeed('a\u0001\u001B[31m\u007F\u009B\uFFFE\u{1FFFF}')).toBe(
      'a␁␛[31m␡\uFFFD\uFFFD\uFFFD\n',
    );
  });

  it('balances the direction of each line', () => {
    expect(normaliseSeed('a\u202Eb\nc\u2069 \n')).toBe('a\u202Eb\u202C\nc\n');
  });

  it('gives nothing for nothing', () => expect(normaliseSeed(' \r\n\uFEFF\n')).toBe(''));

  it('is idempotent', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      ' ',
      '\t',
      '\r',
      '\n',
      '\u00A0',
      '\u200B',
      '\u200C',
      '\u200D',
      '\uFEFF',
      '\u2028',
      '\u0001',
      '\u202E',
      '\u202C',
      '\u2067',
      '\u2069',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 1 })) }),
        (text) => {
          const once = normaliseSeed(text);
          expect(normaliseSeed(once)).toBe(once);
        },
      ),
      runs(1000),
    );
  });
});

describe('names', () => {
  it.each(['seeds/2025-03-11.txt', 'a b.json', 'page', 'ledger.json.bak'])(
    '%s is a seed',
    (name) => {
      expect(isIgnoredName(name)).toBe(false);
    },
  );
  it.each([
    ...['ledger.json', 'seeds/corrections.jsonl', 'seeds/metadata.jsonl'],
    ...['.gitkeep', 'seeds/.DS_Store', '.txt'],
  ])('%s is not a seed', (name) => {
    expect(isIgnoredName(name)).toBe(true);
  });
});
