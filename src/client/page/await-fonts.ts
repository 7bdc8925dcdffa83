/**
 * Keeps the text where it is while fonts come. The text face, if it is not there when the page is first
 * drawn, waits for the next page, by when the browser has it. Formulas cannot be set in another face:
 * if some are to be drawn, the page waits for theirs, a second and a half at most. It refers to nothing
 * outside of itself, for its text stands in each page.
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
    // The layout asks for the fonts that it needs.
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
    // A page that is short and full of formulas is read to its end first; a long list is not.
    if (dataset.math !== 'shown' || document.readyState !== 'loading') {
      awaitMath();
      return;
    }
    dataset.math = 'awaited';
    document.addEventListener('DOMContentLoaded', awaitMath);
  });
}
