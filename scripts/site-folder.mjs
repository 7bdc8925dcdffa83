// The folders around a site: the next one, the last one, and who builds at the moment. Plain
// JavaScript, for run.mjs needs it on the Node.js of the machine, before every command.
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** @param {string} folder @param {string} suffix */
const beside = (folder, suffix) => join(dirname(folder), `.${basename(folder)}-${suffix}`);

/**
 * Where the next version of a folder is made: `dist` → `.dist-next`, on the same file system.
 * @param {string} folder
 */
export const nextFolder = (folder) => beside(folder, 'next');

/**
 * Where its last version waits while the next one takes its place: `.dist-old`.
 * @param {string} folder
 */
export const oldFolder = (folder) => beside(folder, 'old');

/**
 * The file by which a process says that it builds into a folder. Its name is all that it holds: it is
 * there at once, and whole, and no two processes write the same one.
 * @param {string} folder
 * @example lockFile('dist', 4711) === '.dist-building-4711-182731'
 */
export const lockFile = (folder, pid = process.pid) =>
  beside(folder, `building-${pid}-${findStart(pid) ?? 0}`);

/**
 * Who builds into a folder, or says so and is dead.
 * @param {string} folder
 */
export function readLocks(folder) {
  const prefix = basename(beside(folder, 'building-'));
  const names = existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : [];
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const [pid = '', start] = name.slice(prefix.length).split('-');
      const isAlive = String(findStart(Number(pid)) ?? '') === start;
      return { file: join(dirname(folder), name), pid: Number(pid), isAlive };
    });
}

/**
 * Puts the last version of a folder back if a process was killed when it had moved it out of the way
 * and not yet moved the next one in; not while somebody builds. Returns whether it did.
 * @param {string} folder
 * @param {string} [own] the lock of whoever asks
 */
export function takeBackOld(folder, own) {
  if (existsSync(folder) || !existsSync(oldFolder(folder))) return false;
  if (readLocks(folder).some(({ file, isAlive }) => isAlive && file !== own)) return false;
  renameSync(oldFolder(folder), folder);
  return true;
}

/**
 * When a process began, in the system's ticks, or 0 where the system does not say; undefined where
 * there is none, or only what is left of a killed one. A number is given to another process after a while:
 * the time tells the two apart.
 * @param {number} pid
 */
function findStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is one all the same.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return undefined;
  }
  try {
    // Behind the name, which may hold anything: the state, and 19 fields on the time of its start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? undefined : Number(fields[19]);
  } catch {
    return 0;
  }
}
