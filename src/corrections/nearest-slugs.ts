/** Three letters in a row, those at the ends of words with a hyphen: what a misspelling leaves alone. */
function shingles(slug: string): Set<string> {
  const text = `-${slug.toLowerCase()}-`;
  return new Set(
    Array.from({ length: Math.max(1, text.length - 2) }, (_, i) => text.slice(i, i + 3)),
  );
}

/**
 * The slugs that somebody may have meant who wrote another, most alike first: those that hold most
 * of what was written. What has nothing to do with it is left out.
 */
export function findNearestSlugs(written: string, slugs: Iterable<string>, most: number): string[] {
  const wanted = shingles(written);
  return [...slugs]
    .map((slug) => {
      const own = shingles(slug);
      let shared = 0;
      for (const shingle of wanted) if (own.has(shingle)) shared++;
      return { slug, held: shared / wanted.size, likeness: shared / (wanted.size + own.size) };
    })
    .filter(({ held }) => held >= 0.4)
    .sort((a, b) => b.held - a.held || b.likeness - a.likeness || (a.slug < b.slug ? -1 : 1))
    .slice(0, most)
    .map(({ slug }) => slug);
}
