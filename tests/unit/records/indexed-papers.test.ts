import { describe, expect, it } from 'vitest';
import { versionOfIndex } from '../../../src/records/indexed-papers.ts';

describe('the version of an index', () => {
  const papers = ['a', 'b'].map((slug) => ({
    ...{ slug, identity: slug, entered: 0, formerSlugs: [`old-${slug}`] },
    ...{ days: ['2025-03-11'], record: `record-${slug}` },
    metadata: { venue: 'ICLR' },
  }));

  it('does not depend on the order of papers', () => {
    expect(versionOfIndex(papers.toReversed())).toBe(versionOfIndex(papers));
  });

  it.each([
    { slug: 'c' },
    { formerSlugs: [] },
    { days: ['2025-03-11', '2025-03-12'] },
    { record: 'other' },
    { metadata: { venue: 'ICML' } },
  ])('changes with a paper: %j', (change) => {
    const changed = papers.map((paper, i) => (i === 0 ? { ...paper, ...change } : paper));
    expect(versionOfIndex(changed)).not.toBe(versionOfIndex(papers));
  });
});
