/** Tells the buttons of a paper from those of others by its title, as `ListButtons.astro` does. */
export function nameListButtons(item: Element, title: string): void {
  for (const button of item.querySelectorAll('[data-list-action]')) {
    const label = button.querySelector('.off')?.textContent;
    button.setAttribute('aria-label', `${label}: ${title}`);
  }
}
