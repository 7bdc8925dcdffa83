import { expect, test } from 'vitest';
import { addModulePreloads } from '../../../src/integrations/module-preloads.ts';

const modules: Record<string, string> = {
  '/a/_astro/page.js': 'import{x as y}from"./view.js";import("./later.js");y()',
  '/a/_astro/base.js': 'import "./view.js"; console.log(1)',
  '/a/_astro/view.js': 'import{t}from"./words.js";export{t as x}',
  '/a/_astro/words.js': 'export const t=1',
};

test('all that scripts import is named once, not what is loaded later or stands there already', async () => {
  const html =
    '<head><title>x</title></head><script type="module" src="/a/_astro/base.js"></script><script type="module" src="/a/_astro/page.js"></script>';
  expect(await addModulePreloads(html, async (address) => modules[address] ?? '')).toBe(
    html.replace(
      '</head>',
      '<link rel="modulepreload" href="/a/_astro/view.js"><link rel="modulepreload" href="/a/_astro/words.js"></head>',
    ),
  );
});

test('a page without scripts stays as it is', async () => {
  expect(await addModulePreloads('<head></head>', async () => '')).toBe('<head></head>');
});
