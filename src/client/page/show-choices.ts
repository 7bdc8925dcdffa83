/**
 * Says at the root of the page, before anything is drawn, that scripts run and what the reader has chosen
 * (`preference.ts`). It refers to nothing outside of itself, for its text stands in each page.
 */
export function showChoices(): void {
  const { dataset } = document.documentElement;
  dataset.scripted = '';
  for (const name of ['theme', 'abstracts']) {
    try {
      const value = localStorage.getItem(`dayleaf-${name}`);
      if (value) dataset[name] = value;
    } catch {}
  }
}
