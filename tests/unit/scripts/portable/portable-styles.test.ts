import { expect, it } from 'vitest';
import { makeStylesPortable } from '../../../../scripts/portable/portable-styles.ts';

it('a style sheet finds its fonts from where it stands', () => {
  const css =
    '@font-face{src:url(/archive/_astro/a.woff2)format("woff2"),local("A")}b{background:url("data:image/svg+xml,x")}';
  const made = makeStylesPortable(css, '_astro/base.css', {
    siteUrl: new URL('https://example.org/archive/'),
    isPublished: true,
  });
  expect(made.css).toBe(css.replace('/archive/_astro/', '../_astro/'));
  expect([...made.files]).toEqual(['_astro/a.woff2']);
});
