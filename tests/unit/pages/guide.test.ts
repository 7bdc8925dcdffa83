import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCapture } from '../../../src/capture/parse-capture.ts';
import { keyTable } from '../../../src/client/keys/keys.ts';
import { parseList } from '../../../src/client/list/list-file.ts';
import { readState, writeState } from '../../../src/client/search/search-state.ts';
import { parseCorrections } from '../../../src/corrections/parse-corrections.ts';
import { parseFacts } from '../../../src/metadata/parse-facts.ts';
import { listGuidePages } from '../../../src/queries/guide.ts';
import { explainRefusal } from '../../../src/render/explain-refusal.ts';
import { site } from '../../../src/site.ts';

const folder = 'src/pages/guide/';
const readGuide = (name: string): string => readFileSync(`${folder}_${name}.mdx`, 'utf8');
const texts = new Map(
  [
    ...listGuidePages().map(({ name }) => `${folder}_${name}.mdx`),
    ...['README.md', 'CONTRIBUTING.md'],
  ].map((file) => [file, readFileSync(file, 'utf8')]),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The fenced blocks of a text in a language. */
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, of, code]) =>
    of === language && code !== undefined ? [code] : [],
  );

/** What stands as code in a text, each span and block on lines of its own. */
const readCode = (text: string): string =>
  [...text.matchAll(/^```\w*\n(.*?)^```$|`([^`\n]+)`/gms)]
    .map(([, block, span]) => (block ?? span ?? '').replace(/ #.*$/gm, ''))
    .join('\n');

test('each page of the guide has a text, and each text a page', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  expect(files.sort()).toEqual(
    listGuidePages()
      .map(({ name }) => `_${name}.mdx`)
      .sort(),
  );
});

describe.each([...texts])('%s', (_, text) => {
  const commands = [
    ...readCode(text).matchAll(/\bnpm (run |start|test\b)(?:-s )?([\w:-]*)(.*)/g),
  ].map(([, kind = '', name = '', args = '']) => ({ name: name || kind, args }));

  test('names commands that exist', () => {
    expect(commands.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  });

  test('names options that the commands have', () => {
    const missing = commands.flatMap(({ name, args }) => {
      const file = /\S+\.ts$/.exec(scripts[name] ?? '')?.[0];
      const source = file ? readFileSync(file, 'utf8') : '';
      return [...args.matchAll(/ --([a-z][\w-]*)/g)]
        .filter(([, option]) => !new RegExp(`['{ ]${option}['"]?:`).test(source))
        .map(([option]) => `${name}${option}`);
    });
    expect(missing).toEqual([]);
  });

  test('names files of the project that exist', () => {
    const named = [...text.matchAll(/`((?:src|scripts|tests|public|\.github)\/[\w./[\]-]+)`/g)];
    const paths = named.flatMap(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('the README has at most 600 words', () => {
  const words = texts
    .get('README.md')
    ?.split(/\s+/)
    .filter((word) => /\w/.test(word));
  expect(words?.length).toBeLessThanOrEqual(600);
});

test('the example of a capture is one', () => {
  const [example = ''] = blocks(readGuide('adding-days'), 'text');
  expect(parseCapture('page.txt', example).entries).toMatchObject([
    { title: 'Title of the first paper' },
  ]);
});

test('the example of a reading list can be imported', () => {
  const [example = ''] = blocks(readGuide('data'), 'json');
  expect(parseList(example)).toMatchObject([{ note: 'Compare with the survey.' }]);
});

test('the examples of corrections are accepted', () => {
  const [example = ''] = blocks(readGuide('correcting'), 'json');
  const { corrections, problems } = parseCorrections('corrections.jsonl', example, explainRefusal);
  expect(problems).toEqual([]);
  expect(corrections).toHaveLength(2);
});

test('the example of a fact is one', () => {
  const [example = ''] = blocks(readGuide('authors'), 'json');
  const { facts, problems } = parseFacts('metadata.jsonl', example);
  expect(problems).toEqual([]);
  expect(facts).toHaveLength(1);
});

test('the table of keys has each key, and no other', () => {
  const rows = readGuide('reading')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const keys = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(.)`/g)]);
  expect(keys.map(([, key]) => key).sort()).toEqual(keyTable.map(({ key }) => key).sort());
});

test('the example of a search as a link is one, and the parameters are those of searches', () => {
  const text = readGuide('searching');
  const address = blocks(text, 'text').find((block) => block.startsWith('/search/')) ?? '';
  const search = address.trim().replace('/search/', '');
  expect(writeState(readState(search))).toBe(search);
  const all = writeState({
    ...{ query: 'a', author: 'b', category: 'cs.CL', venue: 'ICLR', year: '2025' },
    ...{ month: '2025-03', day: '2025-03-11' },
    ...{ hasCode: true, hasMath: true, isSaved: true, isByDate: true },
  });
  const named = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual([...new URLSearchParams(all).keys()]);
});

test('the settings that it names are settings', () => {
  const named = [...readGuide('publishing').matchAll(/`(\w+): (?:true|false)`/g)];
  expect(named.length).toBeGreaterThan(2);
  for (const [, setting = ''] of named) expect(site).toHaveProperty(setting);
});
