/** How far a list of results was read. */
export interface ReadingPlace {
  /** How many results were shown. */
  shown: number;
  /** How far the page was scrolled, in pixels. */
  scroll: number;
}

/**
 * The place that an entry of the browser's history was left at; undefined where it was not.
 * @param state `history.state`, which other versions of the page may have written
 */
export function readPlace(state: unknown): ReadingPlace | undefined {
  const { shown, scroll } = (state ?? {}) as Record<string, unknown>;
  return typeof shown === 'number' && typeof scroll === 'number' ? { shown, scroll } : undefined;
}

/** Notes the place in the entry of the history that the page is at. */
export function keepPlace(place: ReadingPlace): void {
  history.replaceState(place, '');
}
