/** The letter triples of a slug, of which a misspelling changes few. */
function shingles(slug: string): Set<string> {
  const text = `-${slug.toLowerCase()}-`;
  return new Set(
    Array.from({ length: Math.max(1, text.length - 2) }, (_, i) => text.slice(i, i + 3)),
  );
}

/**
 * The slugs similar to a misspelled one, the most similar first: those with most of its letter triples. Slugs
 * with less than 40 % of them are left out.
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
