import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import {
  type Envelope,
  mostMailBytes,
  writeDigestMail,
  writeMail,
} from '../../../scripts/write-mail.ts';
import type { Digest } from '../../../src/export/digest-page.ts';
import { stableUuid } from '../../../src/export/stable-id.ts';

const letter = {
  subject: 'Dayleaf: 14–15 March 2025, Schrödinger’s papers',
  html: `<p>ℝ^d and O(n²)</p>${'<p>long</p>'.repeat(200)}\n`,
  text: `ℝ^d and O(n²)\n\n.\nFrom here = there, ${'ß'.repeat(500)}\n`,
};
const envelope: Envelope = {
  name: '2025-03-14/2025-03-15',
  date: '2025-03-15',
  host: 'example.org',
  from: 'Dayleaf <digest@example.org>',
  to: 'Jörg <joerg@example.org>, other@example.org',
};

test('is read by a mail parser as it was written', async () => {
  const mail = await PostalMime.parse(await writeMail(letter, envelope));
  expect(mail).toMatchObject({
    subject: letter.subject,
    from: { name: 'Dayleaf', address: 'digest@example.org' },
    to: [{ name: 'Jörg', address: 'joerg@example.org' }, { address: 'other@example.org' }],
    messageId: `<${stableUuid('digest', envelope.name)}@example.org>`,
    date: '2025-03-15T00:00:00.000Z',
  });
  // A part ends with a line break of its own.
  expect(mail.html?.trimEnd()).toBe(letter.html.trimEnd());
  expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
  expect(mail.attachments).toEqual([]);
});

test('is ASCII in short lines that end in CRLF, so that every relay lets it through', async () => {
  const lines = (await writeMail(letter, envelope)).toString('latin1').split('\r\n');
  expect(lines.filter((line) => /[^\t\x20-\x7E]/.test(line))).toEqual([]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
});

test('is the same each time', async () => {
  expect(await writeMail(letter, envelope)).toEqual(await writeMail(letter, envelope));
});

test('takes no header from an address', async () => {
  const to = 'a@example.org\r\nBcc: b@example.org';
  const mail = await PostalMime.parse(await writeMail(letter, { ...envelope, to }));
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
});

/** A digest of a day with papers of usual lengths: 80 letters of title, 1,300 of abstract in ten sentences. */
function makeDigest(papers: number, abstractLength = 1300): Digest {
  const sentence = 'We measure Schrödinger bridges = once more, and ';
  const abstract = `${sentence.repeat(3)}stop. `.repeat(Math.ceil(abstractLength / 150));
  return {
    ...{ name: 'Dayleaf', span: '14 March 2025', language: 'en', footer: 'Foot.' },
    days: [
      {
        ...{ title: '14 March 2025', url: 'https://example.org/days/2025-03-14/' },
        papers: Array.from({ length: papers }, (_, i) => ({
          title: `Paper ${i}: ${'a title of words '.repeat(4)}`.trim(),
          url: `https://example.org/papers/paper-${i}-${'a-title-of-words-'.repeat(4)}/`,
          abstract: abstract.trim(),
          links: [],
        })),
      },
    ],
  };
}

test.each([
  [10, 'abstracts', 'abstracts'],
  [35, 'abstracts', 'sentences'],
  [100, 'sentences', 'sentences'],
  [150, 'sentences', 'titles'],
  [220, 'titles', 'titles'],
  [300, 'titles', 'bare-titles'],
])(
  'a mail of %i papers has %s as HTML and %s as text, and stays below 100 KB',
  async (papers, html, text) => {
    const digest = makeDigest(papers);
    const { mail, extent } = await writeDigestMail(digest, envelope, 'abstracts', mostMailBytes);
    expect(extent).toMatchObject({ html, text });
    expect(extent.papers).toBeUndefined();
    expect(mail.length).toBeLessThan(100_000);
    const read = await PostalMime.parse(mail);
    expect(Buffer.byteLength(read.html ?? '')).toBeLessThan(100_000);
    expect(read.html).toContain(`Paper ${papers - 1}:`);
    expect(read.text).toContain(`${papers}. Paper ${papers - 1}:`);
  },
);

test('a mail of 300 papers is whole if no size is given', async () => {
  const { mail, extent } = await writeDigestMail(makeDigest(300), envelope, 'abstracts');
  expect(extent).toEqual({ html: 'abstracts', text: 'abstracts' });
  expect(mail.length).toBeGreaterThan(600_000);
});

test('where titles do not fit either, it lists as many as do', async () => {
  const { mail, extent } = await writeDigestMail(
    makeDigest(1500, 150),
    envelope,
    'titles',
    mostMailBytes,
  );
  const { papers = 0 } = extent;
  expect(mail.length).toBeLessThan(100_000);
  // One title more would not fit.
  expect(mail.length).toBeGreaterThan(99_000);
  const { html = '', text = '' } = await PostalMime.parse(mail);
  expect(html.split('<li>')).toHaveLength(papers + 1);
  for (const body of [html, text]) expect(body).toContain(`${1500 - papers} papers not listed`);
});

test('titles that were asked for never get abstracts', async () => {
  const { extent } = await writeDigestMail(makeDigest(300), envelope, 'titles', mostMailBytes);
  expect(extent).toMatchObject({ html: 'titles', text: 'bare-titles' });
});
