import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toClassicScript } from '../../../../scripts/portable/classic-script.ts';

let taken: [path: string, text: string][] = [];
const page = createContext({
  dayleafFile: (path: string, text: string) => taken.push([path, text]),
});

/** What a script hands over. */
function run(script: string): [path: string, text: string][] {
  taken = [];
  runInContext(script, page);
  return taken;
}

it.each([
  ['quotes', `{"a": "it's"}`],
  ['backslashes', '\\epsilon \\\\ \\n \\u0041'],
  ['line ends of all kinds', 'a\nb\r\nc\u2028d\u2029e'],
  ['what ends a script elsewhere', '</script><!--'],
  ['backticks', '`a`'],
])('hands over a text with %s', (_, text) => {
  expect(run(toClassicScript('search/a.txt', text))).toEqual([['search/a.txt', text]]);
});

it('hands over any texts', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 20 }), (files) => {
      const scripts = files.map(([path, content]) => toClassicScript(path, content));
      expect(run(scripts.join(''))).toEqual(files);
    }),
    { numRuns: 5 },
  );
});
