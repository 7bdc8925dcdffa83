// Preloaded into a process under test, by a module that wants to know what happens in it at which moment
// (`node --import`): nothing in the product has to know of tests. Workers of the process have it too.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import workers from 'node:worker_threads';

/**
 * Tells of every moment:
 * - a line that was printed, as it is;
 * - `rename NAME`, right after a file or folder was renamed to that name;
 * - `open NAME`, `write NAME` and `link NAME`, right before a file is opened, written or linked. Of the site that is
 *   being built, the name is the path in it: `write papers/x/index.html`;
 * - `start NAME`, right after a worker was started from that module;
 * - `sql STATEMENT`, right before what is kept between builds is asked or changed by it.
 */
export function onMoment(tell: (moment: string) => void): void {
  const { log } = console;
  console.log = (...args) => {
    log(...args);
    tell(String(args[0]));
  };

  const { open, rename, writeFile } = fs.promises;
  fs.promises.open = async (path, flags, mode) => {
    tell(`open ${nameOf(path)}`);
    return await open(path, flags, mode);
  };
  fs.promises.rename = async (from, to) => {
    await rename(from, to);
    tell(`rename ${basename(String(to))}`);
  };
  fs.promises.writeFile = async (path, ...rest) => {
    tell(`write ${nameOf(path)}`);
    return await writeFile(path, ...rest);
  };

  const { linkSync, writeFileSync } = fs;
  Object.assign(fs, {
    linkSync: (from: string, to: string) => {
      tell(`link ${nameOf(to)}`);
      linkSync(from, to);
    },
    writeFileSync: (...args: Parameters<typeof writeFileSync>) => {
      tell(`write ${nameOf(args[0])}`);
      writeFileSync(...args);
    },
  });

  class Worker extends workers.Worker {
    constructor(...args: ConstructorParameters<typeof workers.Worker>) {
      super(...args);
      tell(`start ${basename(String(args[0]))}`);
    }
  }
  Object.assign(workers, { Worker });

  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (sql) {
    tell(`sql ${sql}`);
    return prepare.call(this, sql);
  };
  syncBuiltinESMExports();
}

/** The path in the site that is being built, or the name of a file elsewhere. */
function nameOf(file: unknown): string {
  const path = file instanceof URL ? fileURLToPath(file) : String(file);
  return /\.dist-next\/(.*)$/s.exec(path)?.[1] ?? basename(path);
}
