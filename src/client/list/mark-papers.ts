/** The text field of a note, with the stored text that it was filled with; another tab may have changed it since. */
export type NoteField = HTMLTextAreaElement & { filled?: string };

/**
 * Shows what the reader has stored about the papers within an element: their buttons, notes, and whether they were
 * read. It refers to nothing outside of itself because its source is also part of the page, where it runs right after
 * a list, before that is painted.
 * @param prefix of the keys, see `list-store.ts`
 * @param scope an element that is a paper (`data-paper-id`) or contains papers
 * @param isOpening whether papers that are read now are those to hide: a paper that is marked as read while it is on
 *   the screen stays there
 */
export function markPapers(prefix: string, scope: Element, isOpening: boolean): void {
  const read = (key: string): string | null => {
    try {
      return localStorage.getItem(prefix + key);
    } catch {
      return null;
    }
  };
  const parse = (text: string | null): { savedAt?: string; readAt?: string; note?: string } => {
    try {
      return JSON.parse(text ?? '{}') ?? {};
    } catch {
      return {};
    }
  };
  const selector = '[data-paper-id]';
  const papers = [...scope.querySelectorAll<HTMLElement>(selector)];
  if (scope.matches(selector)) papers.push(scope as HTMLElement);
  for (const paper of papers) {
    const { savedAt, readAt, note } = parse(read(`paper:${paper.dataset.paperId}`));
    const isPressed: Record<string, boolean> = { save: !!savedAt, read: !!readAt };
    for (const button of paper.querySelectorAll<HTMLElement>('[data-list-action]')) {
      const state = isPressed[button.dataset.listAction ?? ''] ?? false;
      button.setAttribute('aria-pressed', String(state));
      // The accessible name begins with the visible text, so that voice control finds the button.
      const shown = button.querySelector(state ? '.on' : '.off')?.textContent;
      const name = button.getAttribute('aria-label');
      if (name && shown)
        button.setAttribute(
          'aria-label',
          name.replace(/^[^:]+/, () => shown),
        );
    }
    paper.toggleAttribute('data-read', !!readAt);
    if (isOpening) paper.toggleAttribute('data-read-before', !!readAt);
    const field = paper.querySelector<NoteField>('textarea[data-note]');
    if (!field || field === document.activeElement) continue;
    field.value = note ?? '';
    field.filled = field.value;
    const box = field.closest('details');
    if (box && note) box.open = true;
  }
  scope.setAttribute('data-marked', '');
  const isHiding = read('hide-read') === 'on';
  document.documentElement.toggleAttribute('data-hide-read', isHiding);
  const hidden = document.querySelectorAll('li[data-read-before]').length;
  for (const button of document.querySelectorAll('[data-hide-switch]')) {
    button.setAttribute('aria-pressed', String(isHiding));
    const count = button.querySelector('[data-hidden-count]');
    if (count) count.textContent = isHiding && hidden > 0 ? ` · ${hidden} hidden` : '';
  }
}
