import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { exitOnFault } from './exit-on-fault.ts';
import { openBrowser } from './open-browser.ts';

/** The icons of the installed site: how large, and how much of each side is left free around the drawing. */
const icons = [
  { name: 'icon-192', size: 192, free: 0, isOpaque: false },
  { name: 'icon-512', size: 512, free: 0, isOpaque: false },
  // Systems cut a circle out of it, of four fifths of its width; the drawing has a rim of its own.
  { name: 'maskable-512', size: 512, free: 0.1, isOpaque: true },
  { name: 'apple-touch-icon', size: 180, free: 0.12, isOpaque: true },
];

/** Draws `public/icons/*.png` from `public/favicon.svg`; run it when the drawing changes. */
await exitOnFault(async () => {
  const drawing = await readFile('public/favicon.svg', 'utf8');
  const folder = 'public/icons';
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const { name, size, free, isOpaque } of icons) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const width = Math.round(size * (1 - 2 * free));
      await page.setContent(
        `<style>html{background:${isOpaque ? '#fcfbf8' : 'none'}}body{margin:0;display:grid;place-items:center;height:100vh}` +
          `svg{width:${width}px;height:${width}px}</style>${drawing}`,
      );
      await writeFile(`${folder}/${name}.png`, await page.screenshot({ omitBackground: true }));
      await page.close();
      console.log(`${folder}/${name}.png`);
    }
  } finally {
    await browser.close();
  }
});
