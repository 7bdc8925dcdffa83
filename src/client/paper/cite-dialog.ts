import { citationFormats, writeCitations } from '../../export/citation-formats.ts';
import type { CitedPaper } from '../../export/export-paper.ts';
import { readTagName } from '../../export/highwire.ts';
import { plainCitation } from '../../export/plain-citation.ts';
import { downloadFile } from '../page/download-file.ts';
import { makeElement as make, makeButton, makeDialog } from '../page/elements.ts';
import { copyAndReport } from './copy-and-report.ts';

const styles = [
  ...citationFormats.map((format) => ({
    ...format,
    write: (paper: CitedPaper) => writeCitations(format, [paper]),
  })),
  { ...plainCitation, write: plainCitation.writeRecord },
];

/** Shows citations of the page's paper, which can be copied or downloaded. */
export function showCitation(document: Document): void {
  const dialog =
    document.querySelector<HTMLDialogElement>('dialog.cite') ?? makeCiteDialog(readCited(document));
  dialog.showModal();
}

/** The paper of the page; its authors, of whom there may be a thousand, are in the head of the page only. */
function readCited(document: Document): CitedPaper {
  const data = document.querySelector('[data-cited]')?.textContent ?? '';
  const paper: CitedPaper = JSON.parse(data);
  const tags = document.querySelectorAll<HTMLMetaElement>('meta[name="citation_author"]');
  const authors = Array.from(tags, ({ content }) => readTagName(content));
  return { ...paper, metadata: { ...paper.metadata, ...(authors.length > 0 && { authors }) } };
}

function makeCiteDialog(paper: CitedPaper): HTMLDialogElement {
  let [style] = styles;
  const text = make('pre', { tabIndex: 0, ariaLabel: 'Citation' });
  const status = make('span', { className: 'status', role: 'status' });
  const show = (chosen: typeof style): void => {
    style = chosen;
    // Line ends of the file do not matter in what is shown and copied.
    text.textContent = chosen?.write(paper).replaceAll('\r\n', '\n').replace(/\n$/, '') ?? '';
    status.textContent = '';
  };
  const choices = styles.map((choice, i) => {
    const radio = make('input', { type: 'radio', name: 'cite-style', checked: i === 0 });
    radio.addEventListener('change', () => show(choice));
    return make('label', {}, radio, ` ${choice.name}`);
  });
  const copy = makeButton('Copy', () => void copyAndReport(text.textContent ?? '', status));
  copy.autofocus = true;
  const download = makeButton('Download', () => {
    if (!style) return;
    downloadFile(style.write(paper), `${paper.identity}.${style.extension}`, style.mediaType);
    status.textContent = 'Downloaded';
  });
  const close = makeButton('Close', () => dialog.close());
  const dialog = makeDialog(
    'cite',
    'Cite',
    make(
      'div',
      {},
      make('h2', { textContent: 'Cite' }),
      make('fieldset', { ariaLabel: 'Format' }, ...choices),
      text,
      make('p', { className: 'buttons' }, copy, download, close, status),
    ),
  );
  show(style);
  return dialog;
}
