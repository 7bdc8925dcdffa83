import { expect, test } from 'vitest';
import { CaptureError } from '../../../src/capture/problem.ts';
import { readSeed } from '../../../src/forms/read-seed.ts';

const many = (text: string): string => text.repeat(Math.ceil(400_000 / text.length));
const heading = '### [On Bridges](https://huggingface.co/papers/2503.00001)\n\n';
const html = '<!doctype html><body>';

/** Seeds of 400 KB: work that grew with the square of their length would exceed the time of the test. */
test.each([
  ['blank lines', many('\n').slice(0, 99_000)],
  ['spaces', many(' ')],
  ['at signs', many('@a{')],
  ['titles', many(' title ')],
  ['backslashes in Markdown', `${heading}${many('\\')}`],
  ['broken lines in Markdown', `${heading}${many('a\\\n').slice(0, 190_000)}`],
  ['pictures in Markdown', `${heading}${many('![a](')}`],
  ['pictures in Markdown, a line each', `${heading}${many('![a](\n\n').slice(0, 300_000)}`],
  ['headings', many('### [')],
  ['nested elements', html + many('<div>')],
  ['open tags', html + many('<p><a href="')],
  ['nested JSON', many('[')],
  ['JSON in an object', `{"a": ${many('{"a":').slice(0, 399_995)}1${'}'.repeat(79_999)}}`],
  ['JSON lines', many('{"a": 1}\n').slice(0, 390_000)],
  ['an XML feed', `<?xml version="1.0"?><rss>${many('<item>')}`],
  ['comments in XML', `<?xml version="1.0"?>${many('<!-- ')}<rss>`],
  ['rules of a mail', `\\\\\narXiv:2503.00001\nTitle: A\n${many('\\\\\n').slice(0, 280_000)}`],
  ['papers of a mail', `${many(`\\\\\narXiv:2503.00001\nTitle: A\n\\\\\n`).slice(0, 399_990)}`],
  ['votes', many('1\n').slice(0, 190_000)],
  ['separators', many('·\nMay 1\n').slice(0, 300_000)],
])('%s are read or refused in time', (_, text) => {
  try {
    expect(readSeed('seeds/2025-03-11.txt', new TextEncoder().encode(text)).length).toBe(1);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
  }
});
