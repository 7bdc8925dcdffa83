import type { APIRoute, MDXInstance } from 'astro';
import { respond } from '../../export/respond.ts';
import { listGuidePages } from '../../queries/guide.ts';
import { splitGuidePage } from '../../search/guide-sections.ts';

/** One file, or none if there is no guide. */
export const getStaticPaths = () =>
  listGuidePages().length > 0 ? [{ params: { file: 'guide' } }] : [];

const texts = import.meta.glob<MDXInstance<object>>('../guide/_*.mdx', { eager: true });
const sources = import.meta.glob<string>('../guide/_*.mdx', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** `/search/guide.json`: the sections of the guide with their words, for the search. */
export const GET: APIRoute = () => {
  const sections = listGuidePages().flatMap(({ name, title }) => {
    const path = `../guide/_${name}.mdx`;
    const headings = texts[path]?.getHeadings() ?? [];
    return splitGuidePage({ name, title }, sources[path] ?? '', headings);
  });
  return respond(JSON.stringify(sections), 'application/json');
};
