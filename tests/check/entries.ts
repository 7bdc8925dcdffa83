import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Archive, Revision } from '../../src/archive/archive.ts';
import { type BuiltSite, type Finding, findElements, type SiteCheck } from './site-pages.ts';

/** The text of an element as it was captured: a formula counts as what it stands for, a link as its address too. */
function capturedText(root: Root | Element): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'text') parts.push(node.value);
    if (node.type !== 'element') return undefined;
    if (typeof node.properties.href === 'string') parts.push(` ${node.properties.href} `);
    if (typeof node.properties.dataCaptured !== 'string') return undefined;
    parts.push(node.properties.dataCaptured);
    return SKIP;
  });
  return parts.join('');
}

/**
 * The words of a text that no cleaning touches: four ASCII letters or more that are no LaTeX command
 * and stand beside no accent or brace of LaTeX.
 */
function plainWords(text: string): string[] {
  return text.match(/(?<![\p{L}\\{}"'`^~=.])[a-zA-Z]{4,}(?![\p{L}\\{}"'`^~=])/gu) ?? [];
}

function missingWords(captured: string, shown: string): string[] {
  return [...new Set(plainWords(captured))].filter((word) => !shown.includes(word));
}

/** Every entry of every seed stands, whole, on its day's page and on its paper's page. */
export function allEntries(archive: Archive): SiteCheck {
  return {
    name: 'every entry of every seed is on its day page and on a paper page',
    find(site: BuiltSite) {
      const byFile = new Map(site.pages.map((page) => [page.file, page]));
      const texts = new Map<string, string>();
      const textOf = (key: string, root: Root | Element): string => {
        const text = texts.get(key) ?? capturedText(root);
        texts.set(key, text);
        return text;
      };
      return archive.papers.flatMap(({ slug, revisions, listings }): Finding[] => {
        const file = `papers/${slug}/index.html`;
        const page = byFile.get(file);
        if (!page) return [{ file, message: `has no page: ${revisions[0].title}` }];
        const shown = textOf(file, page.tree);
        const isMissing = ({ title, abstract }: Revision): string[] =>
          missingWords(`${title} ${abstract}`, shown);
        return [
          ...revisions.flatMap((revision) => {
            const words = isMissing(revision);
            return words.length > 0
              ? [{ file, message: `lacks the words ${words.slice(0, 8).join(', ')}` }]
              : [];
          }),
          ...listings.flatMap(({ day, capture, rank }): Finding[] => {
            const dayFile = `days/${day}/index.html`;
            const dayPage = byFile.get(dayFile);
            const [line] = dayPage
              ? findElements(dayPage.tree, (e) => e.properties.id === `paper-${slug}`)
              : [];
            if (!dayPage || !line)
              return [
                { file: dayFile, message: `lacks ${capture} rank ${rank}: ${revisions[0].title}` },
              ];
            const { title, abstract } = revisions[listings[listings.length - 1].revision];
            const words = missingWords(`${title} ${abstract}`, textOf(`${dayFile}#${slug}`, line));
            return words.length > 0
              ? [
                  {
                    file: dayFile,
                    message: `${slug} lacks the words ${words.slice(0, 8).join(', ')}`,
                  },
                ]
              : [];
          }),
        ];
      });
    },
  };
}
