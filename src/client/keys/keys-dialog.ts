import { readSetting, writeSetting } from '../list/list-store.ts';
import { announce } from '../page/announce.ts';
import { makeElement as make } from '../page/make-element.ts';
import { keyTable } from './keys.ts';

/** Shows the dialog that lists the keys; closing it leads back to where one was. */
export function showKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keys') ?? makeDialog();
  const box = dialog.querySelector<HTMLInputElement>('input');
  if (box) box.checked = !readSetting('keys-off');
  dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const dialog = make('dialog', { className: 'keys' });
  const title = make('h2', { id: 'keys-title', textContent: 'Keys' });
  dialog.setAttribute('aria-labelledby', title.id);
  const list = make('dl', {});
  for (const { key, says } of keyTable) {
    const term = make('dt', {});
    term.append(make('kbd', { textContent: key }));
    list.append(term, make('dd', { textContent: says }));
  }
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    try {
      writeSetting('keys-off', box.checked ? undefined : 'on');
    } catch (error) {
      announce((error as Error).message, true);
    }
  });
  const label = make('label', {});
  label.append(box, ' Use these keys');
  const hint = make('p', {
    className: 'quiet',
    textContent: 'They are off while you type. The way here is also at the foot of each page.',
  });
  const close = make('button', { type: 'button', textContent: 'Close', autofocus: true });
  close.addEventListener('click', () => dialog.close());
  // A click beside the sheet falls on the dialog itself.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  const sheet = make('div', { className: 'list' });
  sheet.append(title, list, label, hint, close);
  dialog.append(sheet);
  document.body.append(dialog);
  return dialog;
}
