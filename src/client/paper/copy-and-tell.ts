/** How long a reader is told that something was copied, in milliseconds. */
const toldMs = 4000;

/**
 * Copies a text and says so in an element, or says why not: the clipboard is only there on pages
 * that came over a safe connection.
 * @param told an element that is read out when its text changes (`role="status"`)
 */
export async function copyAndTell(
  text: string,
  told: HTMLElement,
  success = 'Copied',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = success;
  } catch {
    told.textContent = `The browser did not allow copying: ${text}`;
    return;
  }
  setTimeout(() => {
    if (told.textContent === success) told.textContent = '';
  }, toldMs);
}
