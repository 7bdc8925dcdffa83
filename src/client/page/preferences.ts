/**
 * Applies the preferences of the reader, `data-…` attributes of the root element, before anything is painted. It
 * refers to nothing outside of itself because its source is part of each page (`HeadScript.astro`).
 */
export function showChoices(): void {
  const { dataset } = document.documentElement;
  dataset.scripted = '';
  for (const name of ['theme', 'abstracts', 'order']) {
    try {
      const value = localStorage.getItem(`dayleaf-${name}`);
      if (value) dataset[name] = value;
    } catch {}
  }
}

/**
 * Sets a preference for this page and later ones: the theme, whether lists show abstracts, or the order of lists.
 * @param value undefined for the default
 */
export function setPreference(
  name: 'theme' | 'abstracts' | 'order',
  value: string | undefined,
): void {
  const { dataset } = document.documentElement;
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
  try {
    if (value === undefined) localStorage.removeItem(`dayleaf-${name}`);
    else localStorage.setItem(`dayleaf-${name}`, value);
  } catch {
    // It applies to this page only.
  }
}

/** Starts the buttons that switch between light and dark; the theme of the system is the default. */
export function startThemeSwitch(document: Document): void {
  const { dataset } = document.documentElement;
  const toggle = (): void => {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const wanted = (dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    setPreference('theme', wanted === system ? undefined : wanted);
  };
  for (const button of document.querySelectorAll('[data-theme-switch]'))
    button.addEventListener('click', toggle);
}
