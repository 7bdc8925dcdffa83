import MailComposer from 'nodemailer/lib/mail-composer';
import {
  countPapers,
  type Detail,
  type Digest,
  type Extent,
  type Letter,
  writeDigest,
} from '../src/export/digest-page.ts';
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

/** Bytes below which mails stay: Gmail hides what follows the first 102 KB of HTML. */
export const mostMailBytes = 100_000;

/** Extents from the largest to the smallest. Few people read the text, so it is shortened first. */
const extents: readonly Extent[] = (
  [
    ['abstracts', 'abstracts'],
    ['abstracts', 'sentences'],
    ['sentences', 'sentences'],
    ['sentences', 'titles'],
    ['titles', 'titles'],
    ['titles', 'bare-titles'],
  ] as const
).map(([html, text], i) => ({ html, text, isShortened: i > 0 }));

/** A mail, and how much of its digest it has. */
export interface DigestMail {
  mail: Buffer;
  letter: Letter;
  extent: Extent;
}

/**
 * Returns the mail of a digest, shortened if it would not stay below a size: to first sentences, to titles, and as a
 * last resort to the first titles.
 * @param detail what is asked for
 * @param mostBytes the size of the mail as it is sent, which includes the whole HTML part; by default any
 */
export async function writeDigestMail(
  digest: Digest,
  envelope: Envelope,
  detail: Extract<Detail, 'abstracts' | 'titles'>,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<DigestMail> {
  const write = async (extent: Extent): Promise<DigestMail> => {
    const letter = writeDigest(digest, extent);
    return { letter, extent, mail: await writeMail(letter, envelope) };
  };
  const fits = ({ mail }: DigestMail): boolean => mail.length < mostBytes;
  const whole = await write({ html: detail, text: detail });
  if (fits(whole)) return whole;
  let last = whole.extent;
  for (const extent of extents.slice(
    extents.findIndex(({ html, text }) => html === detail && text === detail) + 1,
  )) {
    last = extent;
    const shorter = await write(extent);
    if (fits(shorter)) return shorter;
  }
  let fitting = await write({ ...last, papers: 0 });
  // The largest number of titles that fits.
  for (let low = 0, high = countPapers(digest.days); high - low > 1; ) {
    const papers = Math.floor((low + high) / 2);
    const tried = await write({ ...last, papers });
    if (fits(tried)) [low, fitting] = [papers, tried];
    else high = papers;
  }
  return fitting;
}
