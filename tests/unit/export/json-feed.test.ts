import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { writeJsonFeed } from '../../../src/export/json-feed.ts';
import { makeFeed, makeFeedPaper } from './make-feed.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync('tests/fixtures/schemas/json-feed.json', 'utf8')),
);

const paper = makeFeedPaper(
  [{ text: 'In ' }, { captured: 'O(n^2)', latex: 'O(n^2)' }],
  [{ text: 'One.\n\nTwo \u0000.' }],
);

test('is a JSON Feed by its schema', () => {
  expect(
    validate(JSON.parse(writeJsonFeed(makeFeed([paper])))),
    ajv.errorsText(validate.errors),
  ).toBe(true);
  expect(validate({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{}] })).toBe(
    false,
  );
});

test('has each text with and without MathML, and dates that nobody takes for a publication’s', () => {
  const { items } = JSON.parse(writeJsonFeed(makeFeed([paper])));
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    title: 'In O(n²)',
    url: paper.url,
    content_text: 'One.\n\nTwo \u0000.\n\nListed on Daily Papers, 2025-03-11, 2025-03-14.',
    date_modified: '2025-03-14T00:00:00Z',
    tags: ['code'],
  });
  expect(items[0]).not.toHaveProperty('date_published');
});
