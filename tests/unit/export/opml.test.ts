import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { writeOpml } from '../../../src/export/opml.ts';

const feed = (title: string) => ({
  title,
  description: `What ${title} has`,
  address: `https://example.org/feeds/${title.length}.xml`,
  page: 'https://example.org/',
});

test('lists feeds, and others in a group', () => {
  const text = writeOpml('Feeds', [feed('Days & more')], {
    title: 'Months',
    feeds: [feed('March')],
  });
  expect(parseOpml(text)).toMatchObject({
    head: { title: 'Feeds' },
    body: {
      outlines: [
        { text: 'Days & more', type: 'rss', xmlUrl: 'https://example.org/feeds/11.xml' },
        { text: 'Months', outlines: [{ text: 'March', htmlUrl: 'https://example.org/' }] },
      ],
    },
  });
  expect(writeOpml('Feeds', [], { title: 'Months', feeds: [] })).not.toContain('outline');
});
