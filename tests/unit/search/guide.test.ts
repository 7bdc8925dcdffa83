import { describe, expect, test } from 'vitest';
import { splitGuidePage } from '../../../src/search/guide-sections.ts';
import { matchGuide } from '../../../src/search/match-guide.ts';

const page = { name: 'servers', title: 'Servers' };
const source = `import Thing from './Thing.astro';

Works on *any* host.

## In front of Caddy

Run \`caddy start\`.

<Thing words="unseen" />
`;

describe('the sections of a page', () => {
  const sections = splitGuidePage(page, source, [{ slug: 'caddy', text: 'In front of Caddy' }]);

  test('are its beginning and one for each heading, with their words', () => {
    expect(sections).toEqual([
      { page: 'servers', title: 'Servers', words: 'servers works on any host' },
      {
        ...{ page: 'servers', title: 'In front of Caddy', anchor: 'caddy' },
        words: 'in front of caddy run start',
      },
    ]);
  });

  test('need the list of its headings', () => {
    expect(() => splitGuidePage(page, source, [{ slug: 'x', text: 'Other' }])).toThrow(
      '"In front of Caddy"',
    );
  });
});

describe('a query', () => {
  const sections = [
    { page: 'a', title: 'Publishing', words: 'publishing nginx and caddy' },
    { page: 'b', title: 'nginx', words: 'nginx map' },
  ];
  const find = (query: string): string[] => matchGuide(sections, query).map(({ page: of }) => of);

  test('finds sections that have all of its words, those with them in the heading first', () => {
    expect(find('NGINX')).toEqual(['b', 'a']);
    expect(find('ngi cad')).toEqual(['a']);
    expect(find('nginx apache')).toEqual([]);
  });

  test('without words finds nothing', () => {
    expect(find('')).toEqual([]);
    expect(find('+ "')).toEqual([]);
  });
});
