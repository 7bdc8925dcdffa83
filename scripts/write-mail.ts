import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../src/export/digest-page.ts';
import { stableUuid } from '../src/export/stable-id.ts';

/** What a mail says of itself. */
export interface Envelope {
  /** What the mail is, for its ids: the same name, the same ids. */
  name: string;
  /** ISO date: the mail is of its first moment in UTC. */
  date: string;
  /** Host that the ids are written for: `example.org`. */
  host: string;
  from: string;
  to?: string;
}

/**
 * A letter as a mail with an HTML and a text part, all of it ASCII with CRLF. The same letter gives the
 * same bytes: its boundary is no random one.
 * @see https://www.rfc-editor.org/rfc/rfc5322
 */
export function writeMail({ subject, html, text }: Letter, envelope: Envelope): Promise<Buffer> {
  const { name, date, host, from, to } = envelope;
  const id = stableUuid('digest', name);
  return new MailComposer({
    ...{ from, to, subject, text, html },
    date: new Date(`${date}T00:00:00Z`),
    messageId: `<${id}@${host}>`,
    baseBoundary: id,
    encoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
