import { expect, test } from 'vitest';
import { doiPage, huggingFacePage } from '../../../src/metadata/addresses.ts';

test('a DOI is one path, whatever characters it has', () => {
  const { pathname, search, hash, host } = new URL(doiPage('10.1000/a#b?c"<d>/e%'));
  expect({ host, search, hash }).toEqual({ host: 'doi.org', search: '', hash: '' });
  expect(decodeURIComponent(pathname)).toBe('/10.1000/a#b?c"<d>/e%');
});

test('Hugging Face has pages for ids since 2007 only', () => {
  expect(huggingFacePage('2503.03601')).toBe('https://huggingface.co/papers/2503.03601');
  expect(huggingFacePage('math/0211159')).toBeUndefined();
});
