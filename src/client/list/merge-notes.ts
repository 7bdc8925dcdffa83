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
 * What a note comes to that was changed in two places at once, as in two tabs: both changes, where they are of
 * different parts or both add to its end; else both texts.
 * @param base what both began with
 * @param stored what the other place has kept
 * @param own what this place has; nothing of it is lost, and its end stays the end
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

/** Whether a note stands in another as paragraphs of its own: `is` does not stand in `this`. */
function holds(note: string, part: string): boolean {
  return `\n\n${note}\n\n`.includes(`\n\n${part}\n\n`);
}
