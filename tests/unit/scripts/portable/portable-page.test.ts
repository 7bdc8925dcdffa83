import { describe, expect, it } from 'vitest';
import { makePortable } from '../../../../scripts/portable/portable-page.ts';

const convert = (head: string, body = '', siteUrl?: URL) =>
  makePortable(
    `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
    'papers/x/index.html',
    'dayleaf.js',
    { siteUrl: siteUrl ?? new URL('http://localhost:4321/'), isPublished: Boolean(siteUrl) },
  );
/** What the page has between the head's beginning and its script, and its body. */
const parts = async (head: string, body = '', siteUrl?: URL) => {
  const { html } = await convert(head, body, siteUrl);
  const [, inHead, inBody] =
    /<head>(.*)<script defer src="[^"]*"><\/script><\/head><body>(.*)<\/body>/s.exec(html) ?? [];
  return { head: inHead, body: inBody };
};

describe('a page on disk', () => {
  it('says where its folder begins and loads the one script', async () => {
    const { html } = await convert('<title>A &amp; B</title>', '<p>c<p>d');
    expect(html).toBe(
      '<!DOCTYPE html><html lang="en" data-folder="../../"><head><title>A &amp; B</title>' +
        '<script defer src="../../dayleaf.js"></script></head><body><p>c<p>d</body></html>',
    );
  });

  it.each([
    '<script type="module" src="/_astro/a.js"></script>',
    '<script src="/a.js"></script>',
    '<script type="speculationrules">{"prefetch":[]}</script>',
    '<link rel="modulepreload" href="/_astro/a.js">',
    '<link rel="preload" href="/_astro/a.woff2" as="font" crossorigin>',
    '<link rel="manifest" href="/manifest.webmanifest">',
    '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml">',
    '<link rel="alternate" type="application/atom+xml" href="/feeds/days.xml">',
    '<link rel="canonical" href="http://localhost:4321/papers/x/">',
    '<meta property="og:url" content="http://localhost:4321/papers/x/">',
    '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">',
  ])('has nothing in its head that needs a server: %s', async (element) => {
    expect(await parts(`${element}<title>A</title>`)).toMatchObject({ head: '<title>A</title>' });
  });

  it('keeps data for scripts, and not those for search engines', async () => {
    const data = '<script type="application/json" data-cited>{"a":1}</script>';
    const head = `${data}<script type="application/ld+json">{}</script>`;
    expect(await parts(head)).toMatchObject({ head: data });
  });

  it('keeps the scripts that stand in it, to the byte', async () => {
    const script = '<script>if (a<b) document.write("<a href=\'/days/\'>")</script>';
    expect(await parts(script)).toMatchObject({ head: script });
  });

  it('leaves out elements with all that is in them, and addresses that are nowhere', async () => {
    const body =
      '<section data-web-only><section>a</section><h2>A</h2></section><div data-web-only><div>a</div><p>b</p></div><p class="printed">c</p><button data-copy-permalink>d</button><i>e</i><a data-permalink="http://localhost:4321/a/">f</a>';
    expect(await parts('', body)).toMatchObject({ body: '<i>e</i><a>f</a>' });
  });

  it('keeps its address where it is published', async () => {
    const head = '<link rel="canonical" href="https://example.org/papers/x/">';
    const body = '<p class="printed">https://example.org/papers/x/</p>';
    expect(await parts(head, body, new URL('https://example.org/'))).toEqual({ head, body });
  });

  it('has relative addresses, and names the files they lead to', async () => {
    const body =
      '<a href="/days/d/#p" title="/days/">d</a><form action="/search/"></form><section data-abstracts-from="/days/d/"></section><a href="https://example.org/a">e</a>';
    const page = await convert('<meta http-equiv="refresh" content="0; url=/papers/y/">', body);
    expect(page.html).toContain('content="0; url=../../papers/y/index.html"');
    expect(page.html).toContain(
      '<a href="../../days/d/index.html#p" title="/days/">d</a><form action="../../search/index.html"></form><section data-abstracts-from="../../days/d/index.html"></section><a href="https://example.org/a">e</a>',
    );
    expect([...page.files].sort()).toEqual([
      'days/d/index.html',
      'papers/y/index.html',
      'search/index.html',
    ]);
  });

  it('keeps text that looks like HTML text', async () => {
    const body = '<p title="&quot;&lt;script&gt;">&lt;a href="/days/"&gt; ＜script＞</p>';
    expect(await parts('', body)).toMatchObject({ body });
  });
});
