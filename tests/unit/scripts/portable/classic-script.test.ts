import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toClassicScript } from '../../../../scripts/portable/classic-script.ts';
import { runs } from '../../../tier.ts';

type File = [path: string, content: string | Uint8Array];

let taken: File[] = [];
const page = createContext({
  ...{ atob, Uint8Array },
  dayleafFile: (...file: File) => taken.push(file),
});

/** What a script hands over. */
function run(script: string): File[] {
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
  const script = toClassicScript('search/a.txt', Buffer.from(text));
  expect(run(script)).toEqual([['search/a.txt', text]]);
});

it('hands over any texts', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 20 }), (files) => {
      const scripts = files.map(([path, content]) => toClassicScript(path, Buffer.from(content)));
      expect(run(scripts.join(''))).toEqual(files);
    }),
    { numRuns: 5 },
  );
});

it('hands over bytes that are no text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const content = Buffer.from([0x1f, 0x8b, ...bytes]);
      expect(run(toClassicScript('a.pf_index', content))).toEqual([
        ['a.pf_index', new Uint8Array(content)],
      ]);
    }),
    runs(100),
  );
});
