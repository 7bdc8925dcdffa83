import { CaptureError } from '../capture/problem.ts';
import { readJson } from '../text/read-json.ts';

/** A JSON value and the line that it begins on, from 1. */
export interface JsonValue {
  value: unknown;
  line: number;
}

/**
 * The values of a JSON file, or of a file of JSON lines.
 * @throws {CaptureError} `json/syntax` at the place where it stops being JSON
 */
export function parseJsonValues(file: string, text: string): JsonValue[] {
  try {
    return [{ value: JSON.parse(text), line: 1 }];
  } catch {
    const lines = text.split('\n');
    // JSON lines: the first line is a value of its own, and more follow.
    if (lines.length < 2 || !isJson(lines[0] ?? '')) throw fault(file, text, 0);
    return lines.flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [{ value: JSON.parse(line), line: index + 1 }];
      } catch {
        throw fault(file, line, index);
      }
    });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fault(file: string, text: string, lineIndex: number): CaptureError {
  const read = readJson(text);
  const { offset, reason } = 'reason' in read ? read : { offset: 0, reason: 'Invalid JSON' };
  const before = text.slice(0, offset).split('\n');
  return new CaptureError([
    {
      file,
      line: lineIndex + before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      code: 'json/syntax',
      message: `The file begins as JSON and is not JSON here: ${reason}.`,
      hint: 'the download may have been cut off; save the answer again.',
    },
  ]);
}
