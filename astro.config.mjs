import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { buildPolicy } from './src/integrations/build-policy.ts';
import { devWorker } from './src/integrations/dev-worker.ts';
import { katexFonts } from './src/integrations/katex-fonts.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { katexOptions } from './src/render/katex-options.ts';
import { readSiteUrl } from './src/site.ts';
import { cacheFolder } from './src/store/locations.ts';

const url = readSiteUrl();

export default defineConfig({
  site: url.origin,
  base: url.pathname,
  trailingSlash: 'ignore',
  outDir: process.env.DAYLEAF_OUT ?? 'dist',
  cacheDir: cacheFolder(),
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  markdown: {
    // Shiki would put a style attribute on each word, which the policy of most pages forbids.
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [[rehypeKatex, katexOptions]],
    }),
  },
  // A build has more of them: see `scripts/build-site.ts`.
  integrations: [mdx(), buildPolicy(), devWorker()],
  vite: {
    plugins: [katexFonts(), plainImports()],
    // Scripts and fonts stay files of their own: fetched once, for all pages.
    build: { assetsInlineLimit: 0 },
  },
});
