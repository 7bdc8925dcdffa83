import { fetchText } from './fetch-text.ts';

/**
 * Takes the abstracts of a day from its page into a list of its titles; what is there already stays. A
 * list that they could not be fetched for says so, and may be asked again.
 * @param list has the address of the day's page in `data-abstracts-from`
 */
export async function fetchAbstracts(list: HTMLElement): Promise<void> {
  const status = list.querySelector('[role="status"]');
  const entries = list.querySelectorAll<HTMLElement>('li[data-slug]:not(:has(details))');
  if (entries.length === 0) return;
  try {
    const html = await fetchText(list.dataset.abstractsFrom ?? '');
    const day = new DOMParser().parseFromString(html, 'text/html');
    for (const entry of entries) {
      const slug = CSS.escape(entry.dataset.slug ?? '');
      const abstract = day.querySelector(`li[data-slug="${slug}"] details`);
      if (!abstract) throw new Error('What answered is not the page of the day.');
      entry.lastElementChild?.append(document.adoptNode(abstract));
    }
    if (status) status.textContent = '';
  } catch {
    if (status) {
      status.textContent =
        'The abstracts of this day could not be loaded. Switch them off and on to try again.';
    }
  }
}
