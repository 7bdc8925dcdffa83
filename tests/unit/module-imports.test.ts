import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** A row of the table of modules in CONTRIBUTING.md. */
interface Module {
  /** A folder, or a file of `src/`: `src/store/`, `src/urls.ts`. */
  path: string;
  /** The modules that it may import: `capture`, `urls`. */
  imports: string[];
  /** The modules of which it may import types only. */
  types: string[];
  /** The modules of Node that it may import; undefined if it may import everything of Node and Astro. */
  platform?: string[];
}

const codeSpans = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const modules: Module[] = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `(src|scripts)\//.test(line))
  .flatMap((line) => {
    const [, paths, , imports, types, pure = ''] = line.split('|').map((cell) => cell.trim());
    return codeSpans(paths).map((path) => ({
      ...{ path, imports: codeSpans(imports), types: codeSpans(types) },
      platform: pure.startsWith('yes') ? codeSpans(pure) : undefined,
    }));
  });

const files = ['src', 'scripts']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => /(?<!\.d)\.(ts|mjs|astro|mdx)$/.test(file));

const moduleOf = (file: string): Module | undefined =>
  modules.find(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path));
const nameOf = ({ path }: Module): string => path.replace(/^src\//, '').replace(/\/$|\.ts$/, '');

/** The code of a file, every line where it was: `.astro` has front matter and scripts, `.mdx` lines. */
function readCode(file: string, text: string): string {
  if (file.endsWith('.mdx'))
    return text
      .replace(/^layout: *(\S+)$/m, "import '$1';")
      .replace(/^(?!import |export ).*$/gm, '');
  if (!file.endsWith('.astro')) return text;
  const [, front = '', template = ''] = /^(---\n.*?\n---(?:\n|$))?(.*)$/s.exec(text) ?? [];
  const scripts = template.replace(/(^|<\/script>).*?(<script[^>]*>|$)/gs, (markup) =>
    markup.replace(/[^\n]/g, ' '),
  );
  return front.replaceAll('---', '   ') + scripts;
}

/** What code imports, whatever by: `import`, `export … from`, `import()`, `import('x').X`, `import.meta.glob`. */
function findImports(code: string): { line: number; specifier: string; isType: boolean }[] {
  const list = (text: string) => ts.preProcessFile(text, true, true).importedFiles;
  const withoutTypes = code.replace(/^(import|export) type [^'"]*from ['"][^'"]*['"]/gm, '');
  const values = new Set(list(withoutTypes).map(({ fileName }) => fileName));
  const imports = list(code).map(({ pos, fileName }) => ({
    pos,
    specifiers: [fileName],
    isType: !values.has(fileName),
  }));
  const globs = [...code.matchAll(/import\.meta\.glob[^(]*\(([^)]*)\)/g)].map(
    ({ 1: args = '', index }) => ({
      pos: index,
      specifiers: [...args.matchAll(/['"](\.[^'"]*)/g)].flatMap(([, glob = '']) =>
        expandBraces(glob),
      ),
      isType: false,
    }),
  );
  return [...imports, ...globs].flatMap(({ pos, specifiers, isType }) => {
    const line = code.slice(0, pos).split('\n').length;
    return specifiers.map((specifier) => ({ line, specifier, isType }));
  });
}

/** `../{a,b}/*.ts` → `../a/*.ts`, `../b/*.ts`. */
function expandBraces(pattern: string): string[] {
  const [whole = '', list] = /\{([^}]*)\}/.exec(pattern) ?? [];
  return (
    list?.split(',').flatMap((part) => expandBraces(pattern.replace(whole, part))) ?? [pattern]
  );
}

/** Why a file of a module must not import something; undefined if it may. */
function explainBreach(
  file: string,
  module: Module,
  specifier: string,
  isType: boolean,
): string | undefined {
  if (!specifier.startsWith('.')) {
    const asksCollections =
      specifier === 'astro:content' && !['queries', 'content.config'].includes(nameOf(module));
    if (asksCollections) return 'only queries ask the collections';
    const isFree = module.platform?.includes(specifier) ?? true;
    return !isFree && /^(node:|astro\b|@astrojs\/)/.test(specifier)
      ? 'the module is pure'
      : undefined;
  }
  const target = moduleOf(normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))));
  if (target === undefined) return 'it is in no module of the table';
  if (target === module || module.imports.includes(nameOf(target))) return undefined;
  return isType && module.types.includes(nameOf(target))
    ? undefined
    : `${nameOf(module)} may not import it`;
}

/** The breaches of one file, each with its place. */
function findBreaches(file: string, text = readFileSync(file, 'utf8')): string[] {
  const module = moduleOf(file);
  if (module === undefined) return [`${file}: in no module of the table`];
  return findImports(readCode(file, text)).flatMap(({ line, specifier, isType }) => {
    const breach = explainBreach(file, module, specifier, isType);
    return breach === undefined ? [] : [`${file}:${line} ${specifier}: ${breach}`];
  });
}

describe('the table of modules in CONTRIBUTING.md', () => {
  it('is followed by all files', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files).toContain('src/pages/about.mdx');
    expect(files.flatMap((file) => findBreaches(file))).toEqual([]);
  });

  it('has no module without files, and names no other', () => {
    expect(
      modules.filter(
        (module) =>
          !files.some((file) => moduleOf(file) === module) && module.path !== 'src/styles/',
      ),
    ).toEqual([]);
    const names = new Set(modules.map(nameOf));
    expect(
      modules
        .flatMap(({ imports, types }) => [...imports, ...types])
        .filter((name) => !names.has(name)),
    ).toEqual([]);
  });

  it('has no circle', () => {
    let left = modules;
    for (let before = -1; before !== left.length; ) {
      before = left.length;
      const names = left.map(nameOf);
      left = left.filter(({ imports }) => imports.some((name) => names.includes(name)));
    }
    expect(left).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['src/capture/a.ts', "import { x } from '../restore/x.ts';"],
    ['src/capture/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/render/a.ts', "export { x } from '../store/x.ts';"],
    ['src/render/a.ts', "const x = await import('../store/x.ts');"],
    ['src/render/a.ts', "type X = import('../store/x.ts').X;"],
    ['src/render/a.ts', "const x = import.meta.glob<X<Y>>(['../{restore,pages}/*.ts']);"],
    ['src/export/a.ts', "import { type A, b } from '../render/flatten.ts';"],
    ['src/components/A.astro', "---\nimport { x } from '../queries/x.ts';\n---\n<p />"],
    ['src/components/A.astro', "---\n---\n<script>\n  import '../store/x.ts';\n</script>"],
    ['src/pages/a.mdx', '---\nlayout: ../store/x.astro\n---\n\n# A'],
    ['src/pages/a.mdx', "# A\n\nimport X from '../client/x.ts';"],
    ['src/pages/a.astro', "---\nimport { getCollection } from 'astro:content';\n---"],
    ['src/elsewhere/a.ts', ''],
  ])('sees a breach in %s: %s', (file, text) => {
    expect(findBreaches(file, text)).toHaveLength(1);
  });

  it.each([
    ['src/capture/a.ts', "import { x } from './x.ts';\nimport y from 'some-package';"],
    ['src/export/a.ts', "import type { A } from '../render/flatten.ts';"],
    ['src/archive/a.ts', "import { createHash } from 'node:crypto';"],
    [
      'src/components/A.astro',
      "---\nimport type { X } from '../queries/x.ts';\n---\n<p>import '../store/x.ts'</p>",
    ],
    ['src/pages/a.mdx', '# A\n\nOne can import ../store/x.ts'],
    ['src/queries/a.ts', "import { getCollection } from 'astro:content';"],
    ['src/render/a.ts', "// import '../store/x.ts'"],
  ])('allows %s: %s', (file, text) => {
    expect(findBreaches(file, text)).toEqual([]);
  });
});
