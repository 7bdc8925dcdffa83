import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';

/** How a command ended and what it said. */
export interface CommandResult {
  code: number | null;
  output: string;
}

/** How a script is run. */
export interface RunOptions {
  env?: Record<string, string>;
  input?: string;
  /** Where the project is that it is run in; this one by default. */
  cwd?: string;
  /** The process gets SIGKILL after so many milliseconds. */
  killAfterMs?: number;
}

/** A seeds folder and the site built from it, in a temporary place of their own. */
export interface ArchiveFixture {
  /** What holds `seeds`, `dist` and `cache`. */
  folder: string;
  seeds: string;
  site: string;
  cache: string;
  /** Writes or overwrites a seed. */
  write(name: string, content: string | Uint8Array): void;
  remove(name: string): void;
  ledger(): string;
  /** Runs a script of the project on this archive. */
  run(script: string, args?: string[], options?: RunOptions): Promise<CommandResult>;
  build(env?: Record<string, string>): Promise<CommandResult>;
  /** The HTML of a page: `papers/x/index.html`. */
  html(path: string): string;
  /** The words that a reader sees on a page. */
  text(path: string): string;
  /** Every file of the built site with its bytes in base 64, for comparing builds. */
  files(folder?: string): Record<string, string>;
  dispose(): void;
}

/** A capture's text: header, date line, entries. */
export function makeSeed(date: string, ...entries: [title: string, abstract: string][]): string {
  return `${['new', 'Subscribe', date, ...entries.flat()].join('\n\n')}\n`;
}

/** Several sentences on a subject, so that abstracts of different papers differ. */
export function makeAbstract(subject: string): string {
  return `We study ${subject} in depth. Our method for ${subject} improves on all earlier ones. Experiments with ${subject} confirm it.`;
}

/** An empty archive. */
export function makeArchive(): ArchiveFixture {
  const folder = mkdtempSync(join(tmpdir(), 'dayleaf-archive-'));
  const seeds = join(folder, 'seeds');
  const site = join(folder, 'dist');
  mkdirSync(seeds);
  const cache = join(folder, 'cache');
  const fixture: ArchiveFixture = {
    folder,
    seeds,
    site,
    cache,
    write: (name, content) => writeFileSync(join(seeds, name), content),
    remove: (name) => rmSync(join(seeds, name)),
    ledger: () => readFileSync(join(seeds, 'ledger.json'), 'utf8'),
    run: (script, args = [], { env = {}, input = '', cwd, killAfterMs } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [script, ...args], {
          cwd,
          env: {
            ...process.env,
            CI: '',
            SITE_URL: '',
            DAYLEAF_SEEDS: seeds,
            DAYLEAF_OUT: site,
            DAYLEAF_CACHE: cache,
            NODE_ENV: 'production',
            VITEST: '',
            // Vitest sets them, and Astro would read them as import.meta.env.DEV and so on.
            ...{ DEV: undefined, PROD: undefined, MODE: undefined, SSR: undefined },
            ...env,
          },
        });
        const timer =
          killAfterMs === undefined
            ? undefined
            : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        let output = '';
        child.stdout.on('data', (data) => {
          output += data;
        });
        child.stderr.on('data', (data) => {
          output += data;
        });
        child.on('error', reject);
        child.on('close', (code) => {
          clearTimeout(timer);
          resolve({ code, output });
        });
        child.stdin.end(input);
      }),
    build: (env) => fixture.run('scripts/build.ts', [], { env }),
    html: (path) => readFileSync(join(site, path), 'utf8'),
    text: (path) => toText(fromHtml(fixture.html(path))),
    files: (folder = site) =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
      ),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
  return fixture;
}

/** A copy of the project, for a maintainer's changes of its code; its packages are those of the project. */
export function copyProject(folder: string): void {
  for (const name of [
    'src',
    'scripts',
    'tests/check',
    'tests/check-site.ts',
    'public',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

/** The project's own seeds and ledger, copied into an archive. */
export function copyProjectSeeds(archive: ArchiveFixture): void {
  cpSync('seeds', archive.seeds, { recursive: true });
  if (!existsSync(join(archive.seeds, 'ledger.json'))) throw new Error('the project has no ledger');
}
