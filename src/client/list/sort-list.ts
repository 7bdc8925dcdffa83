/**
 * Puts the papers of a list in the order that the reader chose: as captured, or by votes, those without any last. It
 * refers to nothing outside of itself because its source is also part of pages, where it runs right after a list,
 * before that is painted.
 */
export function sortList(list: Element): void {
  const isByVotes = document.documentElement.dataset.order === 'votes';
  const items = [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const placeOf = (item: Element): number => Number(item.querySelector('.rank')?.textContent);
  const votesOf = (item: HTMLElement): number => Number(item.dataset.votes ?? -1);
  const sorted = items.toSorted(
    (a, b) => (isByVotes ? votesOf(b) - votesOf(a) : 0) || placeOf(a) - placeOf(b),
  );
  if (sorted.some((item, i) => item !== items[i])) list.append(...sorted);
}
