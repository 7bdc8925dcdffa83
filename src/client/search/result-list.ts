import { fetchTypesetTitles } from './own-index.ts';
import { type FoundPaper, makeResult, showExcerpt } from './search-result.ts';

/** A list of papers found that changes as answers come in. */
export interface ResultList {
  /** How many papers it shows. */
  readonly size: number;
  /** Shows these papers in this order; entries that stay are not touched but for their excerpts. */
  show(papers: readonly FoundPaper[]): void;
  /** Settles once the titles with formulas are typeset, so that nothing changes its height any more. */
  settle(): Promise<unknown>;
}

/**
 * Makes a list element one of papers found.
 * @param template the entry of a paper, see `makeResult`
 */
export function makeResultList(list: Element, template: HTMLTemplateElement): ResultList {
  let items = new Map<string, Element>();
  let settled: Promise<unknown> = Promise.resolve();

  function makeItem(paper: FoundPaper): Element {
    const item = makeResult(template, paper);
    // Until it is there, and where it does not come, the title stands as plain text.
    if (paper.isTypeset) {
      const done = typeset(item, paper.slug).catch(() => undefined);
      settled = Promise.all([settled, done]);
    }
    return item;
  }

  return {
    get size() {
      return items.size;
    },
    show(papers) {
      const next = new Map<string, Element>();
      for (const paper of papers) {
        const item = items.get(paper.id) ?? makeItem(paper);
        if (paper.excerpt) showExcerpt(item, paper.excerpt);
        next.set(paper.id, item);
      }
      for (const [id, item] of items) if (!next.has(id)) item.remove();
      // What is under the pointer or has the focus stays where it is in the document.
      [...next.values()].forEach((item, i) => {
        if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
      });
      items = next;
    },
    settle: () => settled.then(() => document.fonts.ready),
  };
}

async function typeset(item: Element, slug: string): Promise<void> {
  const [{ needKatexStyles, readTypesetTitle }, titles] = await Promise.all([
    import('./typeset-title.ts'),
    fetchTypesetTitles(),
  ]);
  const html = titles[slug];
  if (html === undefined) return;
  await needKatexStyles(document);
  item.querySelector('a')?.replaceChildren(...readTypesetTitle(document, html));
}
