import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { openBrowser } from './open-browser.ts';
import { serveSite } from './serve-site.ts';

const usage =
  'npm run screenshots -- --out DIR [--width 360 --width 1440] [PATH…]   e.g. days/2025-03-14/';

/** Pictures of pages of the built site, in both themes and at several widths. */
await exitOnFault(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      width: { type: 'string', multiple: true, default: ['360', '1440'] },
      full: { type: 'boolean', default: false },
    },
  });
  if (!values.out) throw new UsageError(usage);
  await mkdir(values.out, { recursive: true });
  const server = await serveSite();
  const browser = await openBrowser();
  try {
    for (const path of positionals.length > 0
      ? positionals
      : ['', 'search/?q=gradient', 'about/']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of values.width.map(Number)) {
          const page = await browser.newPage({
            colorScheme,
            viewport: { width, height: width < 700 ? 780 : 900 },
          });
          await page.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' });
          const name =
            path
              .replace(/[^a-z0-9]+/gi, '-')
              .replace(/^-|-$/g, '')
              .slice(0, 40) || 'home';
          const file = join(values.out, `${name}-${width}-${colorScheme}.png`);
          await page.screenshot({ path: file, fullPage: values.full });
          console.log(file);
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
});
