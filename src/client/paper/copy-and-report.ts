/** A report of success disappears after this time. */
const reportMs = 4000;

/**
 * Copies a text and reports success or failure: browsers offer the clipboard on secure connections only.
 * @param status a live region (`role="status"`)
 */
export async function copyAndReport(
  text: string,
  status: HTMLElement,
  success = 'Copied',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    status.textContent = `The browser did not allow copying: ${text}`;
    return;
  }
  status.textContent = success;
  setTimeout(() => {
    if (status.textContent === success) status.textContent = '';
  }, reportMs);
}
