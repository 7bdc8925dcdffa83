import { CaptureError, type CaptureProblem, type Position, WHOLE_FILE } from './problem.ts';

/** The size a seed may have: 20 MB, 130 times the largest of the first five. */
export const MAX_SEED_SIZE_BYTES = 20 * 1024 * 1024;

/** The lines a seed may have: 60 times the longest of the first five, wrapped as a mail is. */
const MAX_SEED_LINES = 100_000;

/**
 * The text of a seed's bytes, without a byte order mark.
 *
 * @param file the file's name for people, e.g. `seeds/2025-03-11.txt`
 * @throws {CaptureError} `file/too-large`, `file/nul`, `file/not-utf8`
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder for what is strict UTF-8
 */
export function decodeSeed(file: string, bytes: Uint8Array): string {
  checkSeedSize(file, bytes.length);
  const lineCount = countLines(bytes);
  if (lineCount > MAX_SEED_LINES) throw new CaptureError([tooLong(file, lineCount)]);
  if (hasUtf16Mark(bytes)) throw new CaptureError([utf16(file)]);
  const problems = [...findNul(file, bytes), ...findBadByte(file, bytes)];
  if (problems.length > 0) throw new CaptureError(problems);
  return new TextDecoder().decode(bytes);
}

/** @throws {CaptureError} `file/too-large` */
export function checkSeedSize(file: string, sizeBytes: number): void {
  if (sizeBytes <= MAX_SEED_SIZE_BYTES) return;
  throw new CaptureError([
    {
      file,
      ...WHOLE_FILE,
      code: 'file/too-large',
      message: `The file has ${sizeBytes} bytes; a capture may have ${MAX_SEED_SIZE_BYTES} (20 MB).`,
      hint: 'a page of daily papers is some 100 KB; is this another file? If not, split it by day.',
    },
  ]);
}

function tooLong(file: string, lineCount: number): CaptureProblem {
  return {
    file,
    ...WHOLE_FILE,
    code: 'file/too-large',
    message: `The file has ${lineCount} lines; a capture may have ${MAX_SEED_LINES}.`,
    hint: 'a page of daily papers has some hundred; is this another file? If not, split it by day.',
  };
}

/** How many lines bytes have, before they are anything else: millions of lines need gigabytes as text. */
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

function utf16(file: string): CaptureProblem {
  return {
    file,
    ...WHOLE_FILE,
    code: 'file/not-utf8',
    message: 'The file is UTF-16, not UTF-8.',
    hint: 'save it again with the encoding "UTF-8"; Notepad calls UTF-16 "Unicode".',
  };
}

function findNul(file: string, bytes: Uint8Array): CaptureProblem[] {
  const offset = bytes.indexOf(0);
  if (offset === -1) return [];
  return [
    {
      file,
      ...positionAfter(bytes.subarray(0, offset)),
      code: 'file/nul',
      message: 'A NUL byte stands here; text has none.',
      hint: 'the file is binary, damaged or UTF-16; save the capture again as plain UTF-8 text.',
    },
  ];
}

function findBadByte(file: string, bytes: Uint8Array): CaptureProblem[] {
  if (isUtf8(bytes)) return [];
  // The longest beginning that can still go on as UTF-8: at most 25 decodings for 20 MB.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  return [
    {
      file,
      ...positionAfter(bytes.subarray(0, good)),
      code: 'file/not-utf8',
      message: 'The bytes here are not UTF-8.',
      hint: 'save the capture again with the encoding "UTF-8"; it may be Windows-1252 or Latin-1.',
    },
  ];
}

function isUtf8(bytes: Uint8Array, options?: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}

/** The place after some bytes; a character they break off is not counted, so it stands at its start. */
function positionAfter(bytes: Uint8Array): Position {
  const lines = new TextDecoder().decode(bytes, { stream: true }).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
