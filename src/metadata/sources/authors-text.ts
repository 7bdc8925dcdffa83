import { unwrap } from '../../capture/unwrap.ts';
import { channel } from '../../restore/channel.ts';
import type { SourceRecord } from './source-record.ts';

/**
 * Title and abstract of a record from the authors' own LaTeX: as facts, and as a capture would show them.
 * @param title may be wrapped, as the abstract may be
 */
export function readAuthorsText(
  title: string,
  abstract: string,
): Pick<SourceRecord, 'title' | 'abstract'> & { latex: { title: string; abstract: string } } {
  const latex = { title: unwrap(title).join(' '), abstract: unwrap(abstract).join('\n\n') };
  return { title: channel(latex.title), abstract: channel(latex.abstract), latex };
}
