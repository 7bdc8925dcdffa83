import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { siteIntegration } from './src/integrations/site-integration.ts';
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
  // Builds have one more: see `scripts/render-site.ts`.
  integrations: [mdx(), siteIntegration()],
  // Scripts and fonts are separate files, which browsers fetch once for all pages.
  vite: { build: { assetsInlineLimit: 0 } },
});
