import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { compileCache, projectCopy } from './project-copies.ts';

/** How a command ended and what it said. */
export interface CommandResult {
  code: number | null;
  output: string;
}

/** How a script is run. */
export interface RunOptions {
  env?: Record<string, string>;
  input?: string;
  /** The project that it is run in; by default the copy of this one that the worker has. */
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
    run: (script, args = [], { env = {}, input = '', cwd = projectCopy(), killAfterMs } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ['--max-semi-space-size=32', script, ...args], {
          cwd,
          env: {
            ...process.env,
            CI: '',
            GITHUB_EVENT_NAME: '',
            SITE_URL: '',
            DAYLEAF_SEEDS: seeds,
            DAYLEAF_OUT: site,
            DAYLEAF_CACHE: cache,
            NODE_COMPILE_CACHE: compileCache(),
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

/** Settings of a build that is killed at a moment: see `moments.ts`. */
export const killAt = (moment: string): Record<string, string> => ({
  KILL_AT: moment,
  NODE_OPTIONS: `--import=${resolve('tests/build/kill-at.ts')}`,
});

/** The project's own seeds and ledger, copied into an archive. */
export function copyProjectSeeds(archive: ArchiveFixture): void {
  cpSync('seeds', archive.seeds, { recursive: true });
  if (!existsSync(join(archive.seeds, 'ledger.json'))) throw new Error('the project has no ledger');
}
