import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../src/export/digest-page.ts';
import { stableUuid } from '../src/export/stable-id.ts';

/** The headers of a mail. */
export interface Envelope {
  /** The mail's ids derive from this name. */
  name: string;
  /** ISO date; the mail is dated at its first moment in UTC. */
  date: string;
  /** The host in the ids: `example.org`. */
  host: string;
  from: string;
  to?: string;
}

/**
 * Returns a mail with an HTML and a text part, in ASCII with CRLF line breaks. The same content gives the same bytes,
 * because the boundary derives from the name.
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
