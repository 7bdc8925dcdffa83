import { describe, expect, it } from 'vitest';
import { describeHostLimits } from '../../../src/export/host-limits.ts';

const makeFiles = (count: number, sizeBytes: number, folder = 'papers/p') =>
  Array.from({ length: count }, (_, i) => ({ path: `${folder}${i}/index.html`, sizeBytes }));

describe('describeHostLimits', () => {
  it('says nothing of a site that every host accepts', () => {
    expect(describeHostLimits(makeFiles(15_999, 40_000))).toEqual([]);
    expect(describeHostLimits([])).toEqual([]);
  });

  it('names the hosts whose limits a site is near to or exceeds', () => {
    expect(describeHostLimits(makeFiles(16_000, 100))).toEqual([
      'note: the site reaches limits of hosts:',
      '  Cloudflare Pages, free: 16,000 files, near the limit of 20,000',
    ]);
    expect(describeHostLimits(makeFiles(20_001, 50_000)).slice(1)).toEqual([
      '  GitHub Pages: 1,000.1 MB of files, more than the limit of 1,000 MB',
      '  Cloudflare Pages, free: 20,001 files, more than the limit of 20,000',
    ]);
  });

  it('names the largest file and the fullest folder', () => {
    const large = [...makeFiles(3, 100), { path: 'api/papers.jsonl', sizeBytes: 27_000_000 }];
    expect(describeHostLimits(large)[1]).toBe(
      '  Cloudflare Pages, free: 27 MB in api/papers.jsonl, more than the limit of 26.2 MB',
    );
    const full = Array.from({ length: 50_000 }, (_, i) => ({ path: `f/${i}`, sizeBytes: 1 }));
    expect(describeHostLimits(full)).toContain(
      '  Netlify: 50,000 files in f/, near the limit of 54,000',
    );
  });

  it('says how much can be left out, and how', () => {
    const markdown = makeFiles(8000, 2500).map(({ sizeBytes }, i) => ({
      ...{ path: `papers/p${i}.md`, sizeBytes },
    }));
    const pack = { path: 'offline/packs/a.pack', sizeBytes: 2_000_000 };
    expect(describeHostLimits([...makeFiles(9000, 20_000), ...markdown, pack]).slice(2)).toEqual([
      '  paperMarkdown: false in src/site.ts leaves out 8,000 files, 20 MB',
      '  a host that is never read offline needs no offline/ and sw.js: 1 file, 2 MB',
    ]);
  });
});
