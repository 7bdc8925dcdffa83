import { facetNames, mapFacets } from '../../search/facets.ts';
import type { SearchState } from './search-state.ts';

/** The form of the search. */
export type SearchForm = ReturnType<typeof readForm>;

/** Connects the form of a page or dialog with states. */
export function readForm(element: HTMLFormElement) {
  const control = <T extends Element | null>(name: string): T =>
    element.elements.namedItem(name) as Element as T;
  const field = control<HTMLInputElement>('q');
  const author = control<HTMLInputElement | null>('author');
  const facet = mapFacets((name) => control<HTMLSelectElement | null>(name));
  const month = control<HTMLSelectElement>('month');
  const day = control<HTMLSelectElement>('day');
  const sort = control<HTMLSelectElement>('sort');
  const code = control<HTMLInputElement>('code');
  const math = control<HTMLInputElement>('math');
  const saved = control<HTMLInputElement>('saved');
  const further = element.querySelector('details');
  const allDays = [...day.options];
  const days = new Set(allDays.map(({ value }) => value));
  const months = new Set([...month.options].map(({ value }) => value));

  /** Offers the days of the selected month only. */
  const offerDays = (): void => {
    const chosen = day.value;
    const fits = allDays.filter(({ value }) => !value || value.startsWith(month.value));
    day.replaceChildren(...fits);
    day.value = fits.some(({ value }) => value === chosen) ? chosen : '';
  };
  const choose = (select: HTMLSelectElement, value: string): void => {
    if (![...select.options].some((option) => option.value === value))
      select.add(new Option(value, value));
    select.value = value;
  };
  month.addEventListener('input', offerDays);

  return {
    element,
    field,
    /** The field for an author, and the part of the form with it; archives without metadata have none. */
    author,
    further,
    read: (): SearchState => ({
      query: field.value,
      author: author?.value ?? '',
      ...mapFacets((name) => facet[name]?.value ?? ''),
      month: month.value,
      day: day.value,
      hasCode: code.checked,
      hasMath: math.checked,
      isSaved: saved.checked,
      isByDate: sort.value === 'date',
    }),
    /** Shows a state. Days, months and other values without papers become options, so that form, address and answer agree. */
    show(state: SearchState): void {
      if (field.value !== state.query) field.value = state.query;
      if (author && author.value !== state.author) author.value = state.author;
      for (const name of facetNames) if (facet[name]) choose(facet[name], state[name]);
      if (further && (state.author || facetNames.some((name) => state[name]))) further.open = true;
      choose(month, state.month);
      offerDays();
      choose(day, state.day);
      code.checked = state.hasCode;
      math.checked = state.hasMath;
      saved.checked = state.isSaved;
      sort.value = state.isByDate ? 'date' : '';
    },
    /** Whether the archive has captures of the day and month of a state. */
    isCaptured: (state: SearchState): boolean => days.has(state.day) && months.has(state.month),
  };
}
