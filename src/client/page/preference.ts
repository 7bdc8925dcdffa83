/**
 * What a reader chooses once for all pages: the theme, and whether the lists show abstracts. It stands
 * as `data-…` at the root of the page, where the styles see it, and in the browser's store, from where
 * the script in the head of each page takes it before anything is drawn (`HeadScript.astro`).
 */
type Preference = 'theme' | 'abstracts';

/**
 * Sets a preference, here and for the pages to come.
 * @param value undefined takes it back: what the page does by itself is done again
 */
export function setPreference(name: Preference, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
  try {
    if (value === undefined) localStorage.removeItem(`dayleaf-${name}`);
    else localStorage.setItem(`dayleaf-${name}`, value);
  } catch {
    // A browser that keeps nothing still does it for this page.
  }
}
