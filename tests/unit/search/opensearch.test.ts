import { expect, test } from 'vitest';
import { writeOpenSearch } from '../../../src/search/opensearch.ts';

test('a description is whole and escaped, its name as short as the format asks', () => {
  const xml = writeOpenSearch({
    name: 'Papers & Days of an Archive',
    description: 'Every <day>.',
    language: 'en',
    address: 'https://example.org/archive/search/',
    icon: 'https://example.org/archive/favicon.svg',
  });
  expect(xml).toContain('<ShortName>Papers &#38; Days of</ShortName>');
  expect(xml).toContain('<Description>Every &#60;day&#62;.</Description>');
  expect(xml).toContain('template="https://example.org/archive/search/?q={searchTerms}"');
  expect(xml.match(/<(\w+)[^>]*>/g)?.length).toBe(7);
});
