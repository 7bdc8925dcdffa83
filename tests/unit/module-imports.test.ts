import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What a module may import. Its own files and npm packages are free, unless `pure` says otherwise. */
interface Module {
  /** Modules, or files of `src/`, whose values it may import. */
  may: readonly string[];
  /** Modules of which it may import types only. */
  types?: readonly string[];
  /** Neither Astro nor Node, except for these modules of Node. */
  pure?: readonly string[];
  /** `astro:content` is its to import. */
  isQuery?: true;
}

/** "Data flows one way": the table of the design, row by row. */
const modules: Readonly<Record<string, Module>> = {
  'src/text/': { may: [], pure: [] },
  'src/store/': { may: ['capture'] },
  'src/capture/': { may: [], pure: [] },
  'src/restore/': { may: ['text'], pure: [] },
  'src/archive/': { may: ['text', 'capture', 'restore'], pure: ['node:crypto'] },
  'src/corrections/': { may: ['text', 'capture', 'restore', 'archive'], pure: [] },
  'src/render/': { may: ['restore', 'archive'], pure: [] },
  'src/export/': { may: ['text', 'restore', 'archive'], types: ['render'], pure: [] },
  'src/records/': {
    may: ['text', 'store', 'restore', 'archive', 'corrections', 'render', 'search'],
  },
  'src/loaders/': { may: ['store', 'capture', 'corrections', 'render', 'records'] },
  'src/content.config.ts': { may: ['archive', 'loaders'] },
  'src/calendar/': { may: ['site'], pure: [] },
  'src/queries/': {
    may: ['records', 'render', 'archive', 'calendar', 'export', 'restore', 'urls', 'site'],
    isQuery: true,
  },
  'src/permalinks.ts': { may: [], pure: [] },
  'src/urls.ts': { may: ['permalinks'] },
  'src/site.ts': { may: [] },
  'src/policy.ts': { may: [], pure: ['node:crypto'] },
  'src/styles/': { may: [] },
  'src/components/': {
    may: ['text', 'client', 'urls', 'site', 'policy', 'calendar', 'export'],
    types: ['queries', 'records'],
  },
  'src/layouts/': {
    may: ['components', 'client', 'urls', 'site', 'calendar', 'styles', 'export'],
    types: ['queries', 'records'],
  },
  'src/pages/': {
    may: ['queries', 'layouts', 'components', 'export', 'search', 'policy', 'urls', 'site'],
  },
  'src/search/': { may: ['text'], pure: [] },
  'src/packs/': { may: [], pure: [] },
  'src/client/': { may: ['text', 'search', 'urls', 'export', 'packs'] },
  'src/portable/': { may: ['text', 'client', 'search', 'urls'] },
  'src/integrations/': { may: ['records', 'search', 'packs', 'export'] },
  'scripts/': {
    may: [
      ...['store', 'capture', 'restore', 'archive', 'corrections', 'render', 'records', 'export'],
      ...['search', 'site', 'permalinks', 'packs', 'policy', 'integrations', 'calendar'],
    ],
  },
};

/** One import of a file. */
interface Import {
  line: number;
  /** As it is written: `../urls.ts`. */
  specifier: string;
  isType: boolean;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|astro|mdx)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
);

const rowOf = (file: string): string | undefined =>
  Object.keys(modules).find((row) => (row.endsWith('/') ? file.startsWith(row) : file === row));
/** The name by which the table calls the module that a file is in: `src/urls.ts` is `urls`. */
const nameOf = (row: string): string => row.replace(/^src\//, '').replace(/\/$|\.ts$/, '');

/** The script of a file, everything else blanked so that lines stay: `.astro` has several, `.mdx` lines. */
function readScript(file: string, text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  if (file.endsWith('.mdx')) {
    const layout = /^layout:\s*(\S+)\s*$/m.exec(/^---\n.*?\n---/s.exec(text)?.[0] ?? '')?.[1];
    const lines = text.split('\n').map((line) => (/^(import|export)\s/.test(line) ? line : ''));
    return `${layout ? `import '${layout}'; ` : ''}${lines.join('\n')}`;
  }
  if (!file.endsWith('.astro')) return text;
  let script = '';
  let at = 0;
  for (const match of text.matchAll(
    /(?<=^---\n).*?(?=\n---)|(?<=<script[^>]*>).*?(?=<\/script>)/gs,
  )) {
    script += blank(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return script;
}

/** Every import of a script: `import`, `export … from`, `import()` and `import.meta.glob`. */
function findImports(script: string): Import[] {
  const source = ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (node: ts.Node, specifier: string, isType: boolean): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    imports.push({ line, specifier, isType });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, importsTypesOnly(node));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, (node.moduleSpecifier as ts.StringLiteral).text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, node.argument.getText().slice(1, -1), true);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'import.meta.glob') {
      for (const pattern of expandBraces(node.arguments[0]?.getText().replace(/['"]/g, '') ?? '')) {
        add(node, pattern, false);
      }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(node, argument.text, false);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return imports;
}

function importsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = importClause?.namedBindings;
  return (
    importClause?.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

/** `../{a,b}/*.ts` → `../a/*.ts`, `../b/*.ts`. */
function expandBraces(pattern: string): string[] {
  const [whole, list] = /\{([^}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || list === undefined) return [pattern];
  return list.split(',').flatMap((part) => expandBraces(pattern.replace(whole, part)));
}

/** Why a file of a module must not import something; undefined where it may. */
function findBreach(file: string, row: string, { specifier, isType }: Import): string | undefined {
  const module = modules[row] as Module;
  if (!specifier.startsWith('.')) {
    if (specifier === 'astro:content' && !module.isQuery && row !== 'src/content.config.ts') {
      return 'only queries ask the collections';
    }
    const isFree = module.pure === undefined || module.pure.includes(specifier);
    if (!isFree && /^(node:|astro\b|@astrojs\/)/.test(specifier)) return 'the module is pure';
    return undefined;
  }
  const path = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')));
  const target = rowOf(path);
  if (target === row) return undefined;
  if (target === undefined) return 'that is in no module of the table';
  if (module.may.includes(nameOf(target))) return undefined;
  if (!module.types?.includes(nameOf(target)))
    return `${nameOf(row)} may not import ${nameOf(target)}`;
  return isType ? undefined : `${nameOf(row)} may import only types of ${nameOf(target)}`;
}

/** The breaches of one file, each with its place. */
function findBreaches(file: string, text: string): string[] {
  const row = rowOf(file);
  if (row === undefined) return [`${file}: in no module of the table`];
  return findImports(readScript(file, text)).flatMap((found) => {
    const breach = findBreach(file, row, found);
    return breach === undefined ? [] : [`${file}:${found.line} ${found.specifier}: ${breach}`];
  });
}

describe('data flows one way', () => {
  it('looks at all files', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files).toContain('src/pages/about.mdx');
    expect(files).toContain('src/layouts/Base.astro');
  });

  it.each(Object.keys(modules))('%s imports only what the table allows', (row) => {
    const own = files.filter((file) => rowOf(file) === row);
    expect(
      own.flatMap((file) => findBreaches(file, readFileSync(join(root, file), 'utf8'))),
    ).toEqual([]);
  });

  it('has a row for each file', () => {
    expect(files.filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it('leads nowhere in a circle', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
      const row = Object.keys(modules).find((key) => nameOf(key) === from);
      return (row === undefined ? [] : (modules[row]?.may ?? [])).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        return reaches(next, to, seen.add(next));
      });
    };
    expect(
      Object.keys(modules)
        .map(nameOf)
        .filter((name) => reaches(name, name)),
    ).toEqual([]);
  });

  it('only queries call getCollection', () => {
    const callers = files.filter((file) => {
      const script = readScript(file, readFileSync(join(root, file), 'utf8'));
      return /\bgetCollection\b/.test(script) && !file.startsWith('src/queries/');
    });
    expect(callers).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['src/capture/a.ts', "import { x } from '../restore/x.ts';"],
    ['src/capture/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/render/a.ts', "export { x } from '../store/x.ts';"],
    ['src/render/a.ts', "const x = await import('../store/x.ts');"],
    ['src/render/a.ts', "type X = import('../store/x.ts').X;"],
    ['src/render/a.ts', "const x = import.meta.glob('../{restore,pages}/*.ts');"],
    ['src/export/a.ts', "import { type A, b } from '../archive/archive.ts';"],
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
    ['src/export/a.ts', "import type { A } from '../archive/archive.ts';"],
    ['src/export/a.ts', "import { type A } from '../archive/archive.ts';"],
    ['src/archive/a.ts', "import { createHash } from 'node:crypto';"],
    [
      'src/components/A.astro',
      "---\nimport type { X } from '../queries/x.ts';\n---\n<p>import '../store/x.ts'</p>",
    ],
    ['src/pages/a.mdx', '# A\n\nOne can import ../store/x.ts'],
    ['src/queries/a.ts', "import { getCollection } from 'astro:content';"],
    ['src/render/a.ts', "// import '../store/x.ts'"],
  ])('lets pass what is allowed in %s: %s', (file, text) => {
    expect(findBreaches(file, text)).toEqual([]);
  });
});
