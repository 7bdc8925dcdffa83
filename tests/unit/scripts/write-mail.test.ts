import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { type Envelope, writeMail } from '../../../scripts/write-mail.ts';
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
