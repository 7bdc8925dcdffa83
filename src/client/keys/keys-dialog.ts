import { readSetting, writeSetting } from '../list/list-store.ts';
import { announce } from '../page/announce.ts';
import { makeElement as make, makeButton, makeDialog } from '../page/elements.ts';
import { keyTable } from './keys.ts';

/** Shows the dialog that lists the keys. */
export function showKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keys') ?? makeKeysDialog();
  const box = dialog.querySelector<HTMLInputElement>('input');
  if (box) box.checked = !readSetting('keys-off');
  dialog.showModal();
}

function makeKeysDialog(): HTMLDialogElement {
  const lines = keyTable.flatMap(({ key, label }) => [
    make('dt', {}, make('kbd', { textContent: key })),
    make('dd', { textContent: label }),
  ]);
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    try {
      writeSetting('keys-off', box.checked ? undefined : 'on');
    } catch (error) {
      announce((error as Error).message, true);
    }
  });
  const hint = 'They do nothing while you type. A button at the foot of each page lists them, too.';
  const close = makeButton('Close', () => dialog.close());
  close.autofocus = true;
  const dialog = makeDialog(
    'keys',
    'Keys',
    make(
      'div',
      { className: 'list' },
      make('h2', { textContent: 'Keys' }),
      make('dl', {}, ...lines),
      make('label', {}, box, ' Use these keys'),
      make('p', { className: 'quiet', textContent: hint }),
      close,
    ),
  );
  return dialog;
}
