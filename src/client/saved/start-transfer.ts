/**
 * Starts the buttons that export, import and cite the list; their code is loaded on first use.
 * @param root contains the buttons and a live region for the results
 * @param onDone called after each of them; the list may have changed
 */
export function startTransfer(root: HTMLElement, onDone: () => void): void {
  const line = root.querySelector<HTMLElement>('[data-transfer-status]');
  const picker = root.querySelector<HTMLInputElement>('input[type="file"]');
  const run = async (
    transfer: (code: typeof import('./transfer-list.ts')) => string | Promise<string>,
  ): Promise<void> => {
    let message: string;
    try {
      message = await transfer(await import('./transfer-list.ts'));
    } catch (error) {
      message = (error as Error).message;
    }
    if (line) line.textContent = message;
    onDone();
  };
  root
    .querySelector('[data-export]')
    ?.addEventListener('click', () => run(({ exportList }) => exportList()));
  root.querySelector('[data-import]')?.addEventListener('click', () => picker?.click());
  picker?.addEventListener('change', async () => {
    const file = picker.files?.[0];
    if (file) await run(({ importList }) => importList(file));
    // So that the same file can be chosen again.
    picker.value = '';
  });
  for (const button of root.querySelectorAll<HTMLElement>('[data-cite-as]')) {
    button.addEventListener('click', () =>
      run(({ citeList }) => citeList(button.dataset.citeAs ?? '')),
    );
  }
}
