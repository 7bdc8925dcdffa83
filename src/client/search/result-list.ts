import type { ExcerptPart } from '../../search/indexed-text.ts';
import { shortenNames } from '../../text/shorten-names.ts';
import { listPrefix } from '../list/list-store.ts';
import { markPapers } from '../list/mark-papers.ts';
import { fillItem, formatDate, placeItems } from '../list/paper-item.ts';
import { makeElement } from '../page/elements.ts';
import { fetchTypesetTitles } from './own-index.ts';
import type { FoundPaper } from './search-result.ts';

/** A list of results that changes as answers arrive. */
export type ResultList = ReturnType<typeof makeResultList>;

/**
 * Makes a list element show results.
 * @param template the entry of a paper, as `Search.astro` has it
 */
export function makeResultList(list: Element, template: HTMLTemplateElement) {
  let items = new Map<string, HTMLElement>();
  let settled: Promise<unknown> = Promise.resolve();

  function makeItem(paper: FoundPaper): HTMLElement {
    const item = makeResult(template, paper);
    if (paper.isTypeset) {
      // The title is plain text until then, and if the file cannot be loaded.
      const done = typeset(item, paper.slug).catch(() => undefined);
      settled = Promise.all([settled, done]);
    }
    return item;
  }

  return {
    /** Number of papers shown. */
    get size(): number {
      return items.size;
    },
    /** Shows papers in this order; entries that stay keep their elements. */
    show(papers: readonly FoundPaper[]): void {
      items = new Map(
        papers.map((paper) => {
          const item = items.get(paper.id) ?? makeItem(paper);
          if (paper.excerpt) showExcerpt(item, paper.excerpt);
          if (paper.authors) showAuthors(item, paper.authors);
          return [paper.id, item];
        }),
      );
      placeItems(list, [...items.values()]);
    },
    /** Resolves when the heights of entries no longer change: titles with formulas are typeset. */
    settle: (): Promise<unknown> => settled.then(() => document.fonts.ready),
  };
}

function makeResult(
  template: HTMLTemplateElement,
  { identity: id, slug, title, days, hasCode, hasAuthors }: FoundPaper,
): HTMLElement {
  const item = document.importNode(template.content, true).firstElementChild as HTMLElement;
  fillItem(item, { id, slug, title, day: days.at(-1) ?? '' });
  // Its line is as high before they are known.
  if (!hasAuthors) item.querySelector('.authors')?.remove();
  const facts = item.querySelector('[data-days]');
  const dates = days.toReversed().map((day) => formatDate(day, 'UTC'));
  facts?.append(dates.join(' · '));
  if (hasCode)
    facts?.append(' · ', makeElement('span', { className: 'caps', textContent: 'code' }));
  markPapers(listPrefix, item, false);
  return item;
}

function showExcerpt(item: Element, excerpt: readonly ExcerptPart[]): void {
  const nodes = excerpt.map(({ text, isMatch }) =>
    isMatch ? makeElement('mark', {}, text) : text,
  );
  item.querySelector('.excerpt')?.replaceChildren(...nodes);
}

function showAuthors(item: Element, authors: readonly string[]): void {
  const { names, more } = shortenNames(authors);
  const nodes = [makeElement('bdi', {}, names)];
  if (more > 0) nodes.push(makeElement('span', {}, `and ${more} more`));
  item.querySelector('.authors')?.replaceChildren(...nodes);
}

async function typeset(item: Element, slug: string): Promise<void> {
  const [{ loadKatexStyles, readTypesetTitle }, titles] = await Promise.all([
    import('./typeset-title.ts'),
    fetchTypesetTitles(),
  ]);
  const html = titles[slug];
  if (html === undefined) return;
  await loadKatexStyles(document);
  item.querySelector('a')?.replaceChildren(...readTypesetTitle(document, html));
}
