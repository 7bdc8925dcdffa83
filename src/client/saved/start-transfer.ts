import { isListed } from '../list/list-entry.ts';

/**
 * Makes the buttons that export, import and cite the list work; the code for it is fetched upon the first use.
 * @param root the element that holds them, and a line to say what came of it
 * @param onImport called when the list has changed
 */
export function startTransfer(root: HTMLElement, onImport: () => void): void {
  const line = root.querySelector<HTMLElement>('[data-transfer-status]');
  const picker = root.querySelector<HTMLInputElement>('input[type="file"]');
  const run = async (transfer: () => Promise<string>): Promise<void> => {
    let message: string;
    try {
      message = await transfer();
    } catch (error) {
      message = (error as Error).message;
    }
    if (line) line.textContent = message;
    onImport();
  };
  root
    .querySelector('[data-export]')
    ?.addEventListener('click', () =>
      run(async () => (await import('./transfer-list.ts')).exportList()),
    );
  root.querySelector('[data-import]')?.addEventListener('click', () => picker?.click());
  picker?.addEventListener('change', async () => {
    const file = picker.files?.[0];
    if (file) await run(async () => (await import('./transfer-list.ts')).importList(file));
    // So that the same file can be chosen again.
    picker.value = '';
  });
  for (const button of root.querySelectorAll<HTMLElement>('[data-cite-as]')) {
    button.addEventListener('click', () =>
      run(async () => {
        const { citeSaved } = await import('./cite-saved.ts');
        const { readList } = await import('./read-list.ts');
        return citeSaved(readList().entries.filter(isListed), button.dataset.citeAs ?? '');
      }),
    );
  }
}
