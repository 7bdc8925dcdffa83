import { setPreference } from './preference.ts';

/**
 * Turns the page from light to dark or back, for the pages to come too. Who comes to what the system
 * says anyway follows the system again.
 */
export function toggleTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const shown = document.documentElement.dataset.theme ?? system;
  const wanted = shown === 'dark' ? 'light' : 'dark';
  setPreference('theme', wanted === system ? undefined : wanted);
}

/** Makes the switch in the masthead work. */
export function startThemeSwitch(document: Document): void {
  for (const button of document.querySelectorAll('[data-theme-switch]'))
    button.addEventListener('click', toggleTheme);
}
