/** A change of a text: the range from `from` to `to` is replaced with `inserted`. */
interface Edit {
  from: number;
  to: number;
  inserted: string;
}

/** Joins two notes, the older one first, unless one contains the other. */
export function joinNotes(
  older: string | undefined,
  newer: string | undefined,
): string | undefined {
  if (!older || !newer) return older || newer;
  if (holds(newer, older)) return newer;
  return holds(older, newer) ? older : `${older}\n\n${newer}`;
}

/**
 * Merges two versions of a note that were edited concurrently, as in two tabs: applies both edits if they do not
 * overlap or both insert at the same place, and joins the two texts otherwise.
 * @param base common ancestor
 * @param stored version saved by the other tab
 * @param own version of this tab; if both insert at the same place, its insertion comes last
 */
export function mergeNotes(base: string, stored: string, own: string): string {
  if (stored === base || stored === own) return own;
  if (own === base) return stored;
  const [theirs, ours] = [findEdit(base, stored), findEdit(base, own)];
  if (theirs.from === ours.from && theirs.to === theirs.from && ours.to === ours.from) {
    const gap = /\n$/.test(theirs.inserted) || /^\n/.test(ours.inserted) ? '' : '\n';
    return apply(base, { ...ours, inserted: theirs.inserted + gap + ours.inserted });
  }
  if (theirs.to <= ours.from) return apply(apply(base, ours), theirs);
  if (ours.to <= theirs.from) return apply(apply(base, theirs), ours);
  return joinNotes(stored, own) ?? '';
}

/** The smallest single edit that turns one text into another. */
function findEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    from,
    to: before.length - same,
    inserted: after.slice(from, after.length - same),
  };
}

const apply = (text: string, { from, to, inserted }: Edit): string =>
  text.slice(0, from) + inserted + text.slice(to);

/** Whether a note contains another one as whole paragraphs: `this` does not contain `is`. */
function holds(note: string, part: string): boolean {
  return `\n\n${note}\n\n`.includes(`\n\n${part}\n\n`);
}
