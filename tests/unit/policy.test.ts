import { describe, expect, it } from 'vitest';
import { writeHeaders } from '../../src/export/host-files.ts';
import { hashScript, makeHeaderPolicy, makePolicy } from '../../src/policy.ts';

// The example of https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP#hashes, and its hash.
const hello = "alert('Hello, world.');";
const helloHash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

describe('the policy', () => {
  it('names scripts by the hash that browsers make of them', () => {
    expect(hashScript(hello)).toBe(helloHash);
    expect(makePolicy({ scripts: [hello], hasMath: false })).toContain(
      `script-src 'self' 'wasm-unsafe-eval' ${helloHash};`,
    );
  });

  it('lets only pages with formulas have style attributes, and no page run what is inline', () => {
    const [plain, math] = [false, true].map((hasMath) => makePolicy({ scripts: [hello], hasMath }));
    expect(plain).toContain("style-src-attr 'none'");
    expect(math).toBe(plain.replace("style-src-attr 'none'", "style-src-attr 'unsafe-inline'"));
    expect(plain).not.toMatch(/unsafe-(inline|hashes)|'unsafe-eval'|\*|https?:|data:/);
  });

  it('as a header is as wide as the widest page’s, and forbids frames', () => {
    const wide = makePolicy({ scripts: [hello], hasMath: true });
    expect(makeHeaderPolicy([hello])).toBe(`${wide}; frame-ancestors 'none'`);
  });
});

describe.each(['/', '/archive/'])('the headers of a site under %s', (base) => {
  const rules = writeHeaders(base, 'default-src none')
    .trim()
    .split('\n\n')
    .map((rule) => rule.split('\n  '));
  /** The values of a header for a path, by the rules that hosts have for `*`. */
  const headersOf = (path: string, name: string): string[] =>
    rules
      .filter(([pattern = '']) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
      )
      .flatMap(([, ...headers]) => headers)
      .filter((header) => header.startsWith(`${name}: `));

  it('give each path one value of each, and no other path any', () => {
    for (const path of ['', 'papers/a/', '_astro/a.js', 'sw.js', 'search/titles/1.txt', 'x.xml'])
      expect(headersOf(base + path, 'Content-Security-Policy')).toHaveLength(1);
    expect(headersOf(`${base}_astro/a.123.js`, 'Cache-Control')).toEqual([
      'Cache-Control: public, max-age=31536000, immutable',
    ]);
    for (const path of [
      '',
      'sw.js',
      'papers/a/',
      'search/words.txt',
      'pagefind/pagefind-entry.json',
    ])
      expect(headersOf(base + path, 'Cache-Control')).toEqual(['Cache-Control: no-cache']);
    expect(headersOf(`${base === '/' ? '' : '/elsewhere'}x`, 'Cache-Control')).toEqual([]);
  });
});
