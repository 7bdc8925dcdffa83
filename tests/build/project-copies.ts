import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the copies of the project that builds run in. */
    projectCopies: string;
  }
}

/** Makes a place for copies of the project, which is removed after the tests. */
export function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dayleaf-projects-')));
  project.provide('projectCopies', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The copy of the project that this worker of Vitest builds in. Astro writes into `.astro` and beside its packages,
 * so only one build can run in a project at a time; test files run at the same time.
 */
export function projectCopy(): string {
  const folder = join(inject('projectCopies'), process.env.VITEST_POOL_ID ?? '0');
  if (!existsSync(folder)) copyProject(folder);
  return folder;
}

/**
 * A folder that test files share: the first one that asks makes it, and the others wait.
 * @param make fills the folder, which is empty
 */
export async function shareFolder(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(inject('projectCopies'), name);
  const isMade = `${folder}-is-made`;
  while (!existsSync(isMade)) {
    if (mkdirSync(folder, { recursive: true }) === undefined) {
      await setTimeout(200);
      continue;
    }
    try {
      await make(folder);
      writeFileSync(isMade, '');
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
  }
  return folder;
}

/** Where the builds of all copies keep compiled code: the cache of the checkout would grow with each copy. */
export const compileCache = (): string => join(inject('projectCopies'), 'compile-cache');

const copied = [
  ...['src', 'scripts', 'tests/check', 'tests/check-site.ts', 'public'],
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

/** A copy of the project, for builds or for changes of its code; its packages are those of the project. */
export function copyProject(folder: string): void {
  const packages = join(folder, 'node_modules');
  mkdirSync(packages, { recursive: true });
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true });
  for (const name of readdirSync('node_modules').filter((of) => !/^\.(vite|cache|astro)/.test(of)))
    symlinkSync(resolve('node_modules', name), join(packages, name));
}

/** A copy of the project with other values of settings of `src/site.ts`, which are turned on or off. */
export function copyWithSettings(folder: string, settings: Record<string, boolean>): void {
  copyProject(folder);
  const file = join(folder, 'src/site.ts');
  let text = readFileSync(file, 'utf8');
  for (const [setting, value] of Object.entries(settings)) {
    expect(text).toContain(`${setting}: ${!value}`);
    text = text.replace(`${setting}: ${!value}`, `${setting}: ${value}`);
  }
  writeFileSync(file, text);
}
