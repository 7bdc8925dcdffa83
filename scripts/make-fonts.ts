import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { exitOnFault, UsageError } from './exit-on-fault.ts';

const usage = `node scripts/run.mjs node scripts/make-fonts.ts DIR
  cuts the site's fonts from Source Serif 4; DIR is the unpacked npm package source-serif:
  npm pack source-serif@4.5.1 && tar -xzf source-serif-4.5.1.tgz`;

/** Where the style sheet looks for them. */
const target = 'src/styles/fonts';

/** All characters from one code point to another. */
const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

/** What nearly every page is set in; what else a page needs is fetched where it needs it. */
const core = `${range(0x20, 0x7e)}\u00a0·×–—‘’“”•…−`;
const accented = range(0xa1, 0x17f);
const greek = range(0x370, 0x3ff);

/** Spacing, ligatures, and the figures of text and tables. */
const features = ['kern', 'liga', 'ccmp', 'lnum', 'onum', 'pnum', 'tnum'];
/** From regular to semibold, for text from 14 px to the numeral of a leaf. */
const variationAxes = { wght: { min: 400, max: 600 }, opsz: { min: 14, max: 60 } };

const cuts: [name: string, face: 'Roman' | 'Italic', text: string, features: string[]][] = [
  ['roman', 'Roman', core, [...features, 'smcp']],
  ['roman-accented', 'Roman', accented, features],
  ['roman-greek', 'Roman', greek, features],
  ['italic', 'Italic', core, features],
  ['italic-accented', 'Italic', accented, features],
];

/**
 * Cuts the fonts of `src/styles/fonts/` from the full ones, which are twenty times as large. The cuts
 * on npm have neither small caps nor old-style figures.
 */
await exitOnFault(async () => {
  const [from] = process.argv.slice(2);
  if (!from) throw new UsageError(usage);
  await mkdir(target, { recursive: true });
  for (const [name, face, text, keepFeatures] of cuts) {
    const whole = await readFile(join(from, 'VAR', `SourceSerif4Variable-${face}.ttf`));
    // Declared first, because the types of the package lack `keepFeatures`.
    const options = { targetFormat: 'woff2' as const, variationAxes, keepFeatures };
    const font = await subsetFont(whole, text, options);
    await writeFile(join(target, `leaf-serif-${name}.woff2`), font);
    console.log(`leaf-serif-${name}.woff2  ${font.length} bytes`);
  }
});
