import { CaptureError, type Position, type Problem, problemOfFile } from './problem.ts';

/** The size a seed may have: 20 MB, 130 times the largest of the first five. */
export const MAX_SEED_SIZE_BYTES = 20 * 1024 * 1024;

/** The lines a seed may have: 60 times the longest of the first five, wrapped like a mail. */
const MAX_SEED_LINES = 100_000;

/**
 * Decodes the bytes of a seed, without a byte order mark.
 *
 * @param file the file's name for people, e.g. `seeds/2025-03-11.txt`
 * @throws {CaptureError} `file/too-large`, `file/not-a-capture`, `file/nul`, `file/not-utf8`
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder for what is strict UTF-8
 */
export function decodeSeed(file: string, bytes: Uint8Array): string {
  checkSeedSize(file, bytes.length);
  refuseOtherFormat(file, bytes);
  const lineCount = countLines(bytes);
  if (lineCount > MAX_SEED_LINES) {
    const message = `The file has ${lineCount} lines; a capture may have ${MAX_SEED_LINES}.`;
    throw tooLarge(file, message, 'has a few hundred');
  }
  if (hasUtf16Mark(bytes)) {
    const hint = 'save it again with the encoding "UTF-8"; Notepad calls UTF-16 "Unicode".';
    const message = 'The file is UTF-16, not UTF-8.';
    throw new CaptureError([problemOfFile(file, 'file/not-utf8', message, hint)]);
  }
  const problems = [...findNul(file, bytes), ...findBadByte(file, bytes)];
  if (problems.length > 0) throw new CaptureError(problems);
  return new TextDecoder().decode(bytes);
}

/** Formats that people may take for a page, with what their files begin with. */
const otherFormats: readonly [name: string, ...beginnings: string[]][] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or a document of an office program', 'PK\x03\x04', 'PK\x05\x06'],
  ['a compressed file (gzip)', '\x1f\x8b'],
  ['a web archive of Safari or another property list', 'bplist'],
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'],
  ['a document in Rich Text Format', '{\\rtf'],
];

function refuseOtherFormat(file: string, bytes: Uint8Array): void {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const found = otherFormats.find(([, ...texts]) => texts.some((t) => beginning.startsWith(t)));
  if (!found) return;
  const hint = 'save the page of the day with Ctrl+S (HTML), or run npm run seeds:fetch.';
  const message = `This is ${found[0]}, not a text.`;
  throw new CaptureError([problemOfFile(file, 'file/not-a-capture', message, hint)]);
}

/** @throws {CaptureError} `file/too-large` */
export function checkSeedSize(file: string, sizeBytes: number): void {
  if (sizeBytes <= MAX_SEED_SIZE_BYTES) return;
  const message = `The file has ${sizeBytes} bytes; a capture may have ${MAX_SEED_SIZE_BYTES} (20 MB).`;
  throw tooLarge(file, message, 'is about 100 KB');
}

function tooLarge(file: string, message: string, usual: string): CaptureError {
  const hint = `a page of daily papers ${usual}; is this another file? If not, split it by day.`;
  return new CaptureError([problemOfFile(file, 'file/too-large', message, hint)]);
}

/** How many lines bytes have, counted before decoding: millions of lines need gigabytes as text. */
function countLines(bytes: Uint8Array): number {
  let lineCount = 1;
  for (let i = 0; i < bytes.length; i++) {
    const isBreak = bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a);
    if (isBreak) lineCount++;
  }
  return lineCount;
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function findNul(file: string, bytes: Uint8Array): Problem[] {
  const offset = bytes.indexOf(0);
  if (offset === -1) return [];
  const message = 'There is a NUL byte here; text has none.';
  const hint = 'the file is binary, damaged or UTF-16; save the capture again as plain UTF-8 text.';
  return [{ file, ...positionAfter(bytes.subarray(0, offset)), code: 'file/nul', message, hint }];
}

function findBadByte(file: string, bytes: Uint8Array): Problem[] {
  if (isUtf8(bytes)) return [];
  // The longest beginning that can still go on as UTF-8: at most 25 decodings for 20 MB.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  const place = positionAfter(bytes.subarray(0, good));
  const message = 'The bytes here are not UTF-8.';
  const hint =
    'save the capture again with the encoding "UTF-8"; it may be Windows-1252 or Latin-1.';
  return [{ file, ...place, code: 'file/not-utf8', message, hint }];
}

function isUtf8(bytes: Uint8Array, options?: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}

/** The place after some bytes; of an incomplete character, its beginning. */
function positionAfter(bytes: Uint8Array): Position {
  const lines = new TextDecoder().decode(bytes, { stream: true }).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
