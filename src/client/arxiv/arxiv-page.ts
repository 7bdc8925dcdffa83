import { readArxivId, splitArxivId } from '../../text/arxiv-id.ts';
import { arxivIdsUrl, paperUrl, searchUrl } from '../../urls.ts';
import { makeElement } from '../page/elements.ts';
import { readAskedId } from './asked-id.ts';

/** Starts `/arxiv/`: opens the paper whose arXiv id the address has, or says why it cannot. */
export async function startArxivPage(document: Document): Promise<void> {
  const root = document.querySelector('[data-arxiv]');
  const status = root?.querySelector('[data-status]');
  const asked = readAskedId(location);
  if (!root || !status || asked === '') return;
  const input = root.querySelector('input');
  if (input) input.value = asked;
  const id = readArxivId(asked);
  if (id === undefined) {
    status.replaceChildren(
      `“${asked}” is not an arXiv id: these look like 2503.03601 or math/0211159. `,
      ...['Correct it, or ', link(searchUrl(), 'search for the title'), '.'],
    );
    return;
  }
  status.textContent = `Looking up ${id} …`;
  try {
    const slug = await findSlug(id);
    if (slug !== undefined) return location.replace(paperUrl(slug));
    status.replaceChildren(
      `No paper of this archive is known to have the arXiv id ${id}. See `,
      ...[link(`https://arxiv.org/abs/${id}`, `${id} at arxiv.org`), '.'],
    );
  } catch {
    status.replaceChildren(
      `${id} could not be looked up, because the site does not answer. Reload the page to try again, or see `,
      ...[link(`https://arxiv.org/abs/${id}`, `${id} at arxiv.org`), '.'],
    );
  }
}

const link = (href: string, text: string): HTMLAnchorElement => makeElement('a', { href }, text);

/**
 * The slug of the paper with an arXiv id; undefined if there is none.
 * @throws {Error} if the site does not answer
 */
async function findSlug(id: string): Promise<string | undefined> {
  const { file, key } = splitArxivId(id);
  // Not from the HTTP cache: the paper may have been added since.
  const response = await fetch(arxivIdsUrl(file), { cache: 'no-cache' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
  const slugs: Record<string, string> = await response.json();
  return slugs[key];
}
