import { CaptureError, problemOfFile } from '../../capture/problem.ts';
import { bibtex, cslJson, ris } from './bibliography.ts';
import { arxivAnswer, dailyPapers } from './captured-records.ts';
import type { SourceFormat, SourceReading, SourceText } from './source-record.ts';

/**
 * Formats in the order in which they are tried. The snapshot of arXiv is read line by line: see `arxiv-snapshot.ts`.
 */
const formats: readonly SourceFormat[] = [dailyPapers, arxivAnswer, bibtex, ris, cslJson];

/**
 * Reads the records of a source, whose format is recognised by the content.
 * @throws {CaptureError} when it is of no known format, or damaged
 */
export function readSource(source: SourceText): SourceReading {
  const format = formats.find(({ isOf }) => isOf(source.text));
  if (format) return format.read(source);
  throw new CaptureError([
    problemOfFile(
      source.file,
      'source/unknown-form',
      'This is no file that knows papers.',
      `give JSON lines of arXiv's metadata snapshot, ${formats.map(({ name }) => name).join(', ')}.`,
    ),
  ]);
}
