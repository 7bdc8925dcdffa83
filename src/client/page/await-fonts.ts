/**
 * Prevents layout shifts by fonts. If the text face is not loaded when the page is first drawn, it is used from the
 * next page on. Formulas cannot be set in another face: the page waits for theirs, at most 1.5 s. It refers to
 * nothing outside of itself because its source is part of each page.
 */
export function awaitFonts(): void {
  const { fonts, documentElement } = document;
  const { dataset } = documentElement;
  const text = '1em "Leaf Serif"';
  fonts.load(text);
  const show = (): void => {
    dataset.math = 'set';
  };
  const awaitMath = (): void => {
    // Layout starts the loading of the fonts that it needs.
    documentElement.getBoundingClientRect();
    const awaited = [...fonts].filter(
      ({ family, status }) => family.includes('KaTeX') && status === 'loading',
    );
    if (awaited.length === 0) {
      show();
      return;
    }
    dataset.math = 'awaited';
    Promise.all(awaited.map(({ loaded }) => loaded)).then(show, show);
  };
  requestAnimationFrame(() => {
    if (!fonts.check(text)) dataset.font = 'late';
    setTimeout(show, 1500);
    // A short page full of formulas is parsed to its end first; a long list is not.
    if (dataset.math !== 'shown' || document.readyState !== 'loading') {
      awaitMath();
      return;
    }
    dataset.math = 'awaited';
    document.addEventListener('DOMContentLoaded', awaitMath);
  });
}
