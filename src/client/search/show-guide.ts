import { type GuideSection, matchGuide } from '../../search/match-guide.ts';
import { guideUrl } from '../../urls.ts';
import { fetchFile } from './own-index.ts';

/** Maximum number of links: as many as fit beside the number of papers. */
const mostSections = 3;

/**
 * Shows links to the sections of the guide that answer a query. The line stays empty where there are none, and
 * if the index of the guide cannot be loaded: papers are the main result.
 * @param isCurrent whether nothing else was asked for since
 */
export async function showGuide(
  line: HTMLElement,
  query: string,
  isCurrent: () => boolean,
): Promise<void> {
  const sections: GuideSection[] = await fetchFile('guide.json').then(JSON.parse, () => []);
  if (!isCurrent()) return;
  const links = matchGuide(sections, query)
    .slice(0, mostSections)
    .map(({ page, title, anchor }) => {
      const link = document.createElement('a');
      link.href = guideUrl(page) + (anchor ? `#${anchor}` : '');
      link.textContent = title;
      return link;
    });
  line.replaceChildren(...(links.length > 0 ? ['Guide:', ...links] : []));
}
