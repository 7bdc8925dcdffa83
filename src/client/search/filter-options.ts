import { type FacetCounts, facetNames } from '../../search/facets.ts';
import { suggestAuthors } from '../../search/match-authors.ts';
import { fetchAuthors } from './own-index.ts';
import { countPapers } from './search-message.ts';

/** Number of authors that are suggested. */
const mostSuggestions = 8;

/** The text of an option with its count, as `Search.astro` writes it. */
const label = (value: string, count: number): string => `${value} (${count})`;

/**
 * Shows the counts of options. Values that the page does not have become options; those that would find nothing cannot
 * be chosen.
 */
export function showCounts(form: HTMLFormElement, counts: FacetCounts): void {
  for (const name of facetNames) {
    const select = form.elements.namedItem(name);
    if (!(select instanceof HTMLSelectElement)) continue;
    const options = new Map([...select.options].map((option) => [option.value, option]));
    for (const [value, count] of counts[name]) {
      const option = options.get(value) ?? new Option(value, value);
      if (!options.has(value)) select.add(option);
      option.text = label(value, count);
      option.disabled = count === 0 && !option.selected;
    }
  }
}

/** Suggests authors as a name is typed into a field with a `datalist`. */
export function startSuggestions(field: HTMLInputElement): void {
  let latest = 0;
  field.addEventListener('input', async () => {
    const turn = ++latest;
    const typed = field.value.replace(/["“”]/g, '').trim();
    const authors = typed.length > 1 ? await fetchAuthors({ name: typed }).catch(() => []) : [];
    if (turn !== latest) return;
    const suggested = suggestAuthors(authors, typed).slice(0, mostSuggestions);
    const options = suggested.map(({ name, ids }) =>
      Object.assign(new Option('', name), { label: countPapers(ids.length) }),
    );
    field.list?.replaceChildren(...options);
  });
}
