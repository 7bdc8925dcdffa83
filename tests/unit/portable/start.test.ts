import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What only a site that is served starts. */
const ofWebOnly = new Set(['startOffline']);

const layouts = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.astro'),
);

/** The functions that the scripts of layouts and components start. */
const started = layouts.flatMap((path) => {
  const scripts = [...readFileSync(`src/${path}`, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)];
  return scripts.flatMap(([, script = '']) =>
    [...script.matchAll(/^\s*(\w+)\(.*\);$/gm)].map(([, name = '']) => name),
  );
});

it('what the pages of the site start, the portable edition starts too', () => {
  const portable = readFileSync('src/portable/start.ts', 'utf8');
  const missing = started.filter(
    (name) => !ofWebOnly.has(name) && !new RegExp(`^ *${name}\\(`, 'm').test(portable),
  );
  expect(started.length).toBeGreaterThan(8);
  expect(missing).toEqual([]);
});
