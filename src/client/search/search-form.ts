import type { SearchState } from './search-state.ts';

/** The fields of the search, as a state. */
export interface SearchForm {
  readonly element: HTMLFormElement;
  readonly field: HTMLInputElement;
  read(): SearchState;
  /** Shows a state, days and months without a capture too, so that address, form and answer agree. */
  show(state: SearchState): void;
  /** Whether the archive has captures of the day and month that are asked for. */
  isCaptured(state: SearchState): boolean;
}

/** The search form of a page or a dialog. */
export function readForm(element: HTMLFormElement): SearchForm {
  const control = <T extends Element>(name: string): T =>
    element.elements.namedItem(name) as Element as T;
  const field = control<HTMLInputElement>('q');
  const month = control<HTMLSelectElement>('month');
  const day = control<HTMLSelectElement>('day');
  const sort = control<HTMLSelectElement>('sort');
  const boxes = ['code', 'math', 'saved'].map((name) => control<HTMLInputElement>(name));
  const [code, math, saved] = boxes as [HTMLInputElement, HTMLInputElement, HTMLInputElement];
  const allDays = [...day.options];
  const days = new Set(allDays.map(({ value }) => value));
  const months = new Set([...month.options].map(({ value }) => value));

  /** A month is chosen, so its days can be. */
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
    read: () => ({
      query: field.value,
      month: month.value,
      day: day.value,
      hasCode: code.checked,
      hasMath: math.checked,
      isSaved: saved.checked,
      isByDate: sort.value === 'date',
    }),
    show(state) {
      if (field.value !== state.query) field.value = state.query;
      choose(month, state.month);
      offerDays();
      choose(day, state.day);
      code.checked = state.hasCode;
      math.checked = state.hasMath;
      saved.checked = state.isSaved;
      sort.value = state.isByDate ? 'date' : '';
    },
    isCaptured: (state) => days.has(state.day) && months.has(state.month),
  };
}
