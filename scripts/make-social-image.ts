import { readFile, writeFile } from 'node:fs/promises';
import { site } from '../src/site.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { openBrowser } from './open-browser.ts';

const font = new URL('../src/styles/fonts/leaf-serif-roman.woff2', import.meta.url);
const target = new URL('../public/social.png', import.meta.url);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * `npm run social-image`: the picture that links to the site become, from its name and description, a
 * leaf of it in the look of the pages. It is committed in `public/`, because making it needs a browser.
 */
await exitOnFault(async () => {
  const face = (await readFile(font)).toString('base64');
  const lines = ['100%', '92%', '97%', '64%'];
  const html = `<!doctype html>
<meta charset="utf-8">
<style>
  @font-face {
    font-family: Leaf;
    font-weight: 200 900;
    src: url(data:font/woff2;base64,${face});
  }
  body {
    display: grid;
    grid-template-columns: 24.5rem 1fr;
    gap: 4.25rem;
    box-sizing: border-box;
    width: 1200px;
    height: 630px;
    margin: 0;
    padding: 72px 84px 72px 72px;
    background: #fcfbf8;
    color: #1c1b19;
    font: 1.875rem / 1.35 Leaf, serif;
    font-optical-sizing: auto;
  }
  .leaf {
    display: flex;
    flex-direction: column;
    border-block: 2px solid #1c1b19;
  }
  .leaf p { margin: 0; padding-block: 1.1rem; border-block-end: 1px solid #dedad1; color: #2f6f4f;
    font-size: 1.75rem; font-variant-caps: all-small-caps; letter-spacing: .06em; line-height: 1.1; text-align: center; }
  .leaf b { flex: 1; display: grid; place-items: center; padding-block-end: .12em; font-size: 18.5rem; font-weight: 400; line-height: 1; }
  h1 { margin: 0; padding-block: .35rem 1.1rem; font-size: 5.5rem; font-weight: 600; line-height: 1; letter-spacing: -.01em; }
  .text { display: flex; flex-direction: column; justify-content: space-between; border-block: 2px solid #1c1b19; }
  .text p { margin: 0; padding-block: 1.2rem 0; border-block-start: 1px solid #dedad1; color: #6b675f; text-wrap: balance; }
  .toc { margin: 0; padding: 0 0 1.35rem; list-style: none; }
  .toc li { height: 1px; margin-block-start: 1.1rem; background: #dedad1; }
</style>
<div class="leaf"><p>Every day kept</p><b>∫</b></div>
<div class="text">
  <div>
    <h1>${escapeHtml(site.name)}</h1>
    <p>${escapeHtml(site.description)}</p>
  </div>
  <ol class="toc">${lines.map((width) => `<li style="width:${width}"></li>`).join('')}</ol>
</div>`;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.setContent(html);
    await page.evaluate(() => document.fonts.ready);
    await writeFile(target, await page.screenshot());
  } finally {
    await browser.close();
  }
}, 'no picture was made');
