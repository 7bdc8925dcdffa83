import { citationFormats, writeCitations } from '../../export/citation-formats.ts';
import type { CitedPaper } from '../../export/export-paper.ts';
import { plainCitation } from '../../export/plain-citation.ts';
import { downloadFile } from '../page/download-file.ts';
import { makeElement as make } from '../page/make-element.ts';
import { copyAndReport } from './copy-and-report.ts';

/** A way to cite, as the dialog offers it. */
interface Style {
  name: string;
  extension: string;
  mediaType: string;
  /** A file of the paper. */
  write(paper: CitedPaper): string;
}

const styles: readonly Style[] = [
  ...citationFormats.map((format) => ({
    ...format,
    write: (paper: CitedPaper) => writeCitations(format, [paper]),
  })),
  { ...plainCitation, write: plainCitation.writeRecord },
];

/** Shows the paper of the page as a citation, to be copied or downloaded. */
export function showCitation(document: Document): void {
  let dialog = document.querySelector<HTMLDialogElement>('dialog.cite');
  if (!dialog) {
    const data = document.querySelector('[data-cited]')?.textContent ?? '';
    dialog = makeDialog(JSON.parse(data));
    document.body.append(dialog);
  }
  dialog.showModal();
}

function makeDialog(paper: CitedPaper): HTMLDialogElement {
  let style = styles[0] as Style;
  const text = make('pre', { tabIndex: 0 });
  text.setAttribute('aria-label', 'Citation');
  const status = make('span', { className: 'status', role: 'status' });
  const show = (chosen: Style): void => {
    style = chosen;
    // The ends of lines of a file are no matter of what is shown and copied.
    text.textContent = style.write(paper).replaceAll('\r\n', '\n').replace(/\n$/, '');
    status.textContent = '';
  };
  const choices = styles.map((choice, i) => {
    const radio = make('input', { type: 'radio', name: 'cite-style', checked: i === 0 });
    radio.addEventListener('change', () => show(choice));
    return make('label', {}, radio, ` ${choice.name}`);
  });
  const press = (label: string, action: () => void): HTMLButtonElement => {
    const button = make('button', { type: 'button', textContent: label });
    button.addEventListener('click', action);
    return button;
  };
  const title = make('h2', { id: 'cite-title', textContent: 'Cite' });
  const dialog = make('dialog', { className: 'cite' });
  dialog.setAttribute('aria-labelledby', title.id);
  const copy = press('Copy', () => void copyAndReport(text.textContent ?? '', status));
  copy.autofocus = true;
  const download = press('Download', () => {
    const name = `${paper.identity}.${style.extension}`;
    downloadFile(style.write(paper), name, style.mediaType);
    status.textContent = 'Downloaded';
  });
  const close = press('Close', () => dialog.close());

  const fieldset = make('fieldset', {}, ...choices);
  fieldset.setAttribute('aria-label', 'Format');
  dialog.append(
    make(
      'div',
      {},
      title,
      fieldset,
      text,
      make('p', { className: 'buttons' }, copy, download, close, status),
    ),
  );
  // A click beside the sheet falls on the dialog itself.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  show(style);
  return dialog;
}
