/** How long a reader is told that something was copied, in milliseconds. */
const toldMs = 4000;

/**
 * Copies a text and says so in an element, or says why not: the clipboard is only there on pages
 * that came over a safe connection.
 * @param status an element that is read out when its text changes (`role="status"`)
 */
export async function copyAndReport(
  text: string,
  status: HTMLElement,
  success = 'Copied',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = success;
  } catch {
    status.textContent = `The browser did not allow copying: ${text}`;
    return;
  }
  setTimeout(() => {
    if (status.textContent === success) status.textContent = '';
  }, toldMs);
}
