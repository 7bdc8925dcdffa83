import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteCheck } from './site-pages.ts';

/** Style sheets load nothing from another host, and only woff2 fonts. */
export const styleSheets: SiteCheck = {
  name: 'style sheets load only woff2 fonts, and only from here',
  async find({ folder, files }) {
    const sheets = [...files].filter(
      (file) => file.endsWith('.css') && !file.startsWith('pagefind/'),
    );
    const texts = await Promise.all(sheets.map((file) => readFile(join(folder, file), 'utf8')));
    const fonts = [...files].filter((file) => /\.(woff|ttf|otf|eot)$/.test(file));
    return [
      ...sheets
        .filter((_, i) => /(url\(\s*['"]?|@import\s+['"])(https?:)?\/\//.test(texts[i]))
        .map((file) => ({ file, message: 'loads something from another host' })),
      ...fonts.map((file) => ({ file, message: 'only woff2 fonts are ever used' })),
    ];
  },
};
