// Preloaded into a process under test (`node --import`): every write under the folder `FAIL_UNDER` fails
// with the system's error `FAIL_CODE`, as on a disk that is full or read-only. A test cannot make one
// everywhere: mounting is not permitted to all, and root may write whatever permissions say.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';

const { FAIL_UNDER: folder = '', FAIL_CODE: code = '' } = process.env;

/** Like the system, which does not say the path of what it cannot write into an open file. */
function failIfUnder(path: unknown, isWriting = true): void {
  const plain = path instanceof URL ? fileURLToPath(path) : String(path);
  if (!isWriting || folder === '' || !plain.startsWith(folder)) return;
  throw Object.assign(new Error(`${code}: injected, write`), { code, syscall: 'write' });
}

const writing = fs.constants.O_WRONLY | fs.constants.O_RDWR;
const { open, writeFile, copyFile } = fs.promises;
fs.promises.open = async (path, flags, mode) => {
  const isWriting = typeof flags === 'number' ? (flags & writing) !== 0 : flags !== 'r';
  failIfUnder(path, flags !== undefined && isWriting);
  return await open(path, flags, mode);
};
fs.promises.writeFile = async (path, ...rest) => {
  failIfUnder(path);
  return await writeFile(path, ...rest);
};
fs.promises.copyFile = async (from, to, mode) => {
  failIfUnder(to);
  return await copyFile(from, to, mode);
};
const { writeFileSync, linkSync } = fs;
fs.writeFileSync = (path, ...rest) => {
  failIfUnder(path);
  writeFileSync(path, ...rest);
};
fs.linkSync = (from, to) => {
  failIfUnder(to);
  linkSync(from, to);
};
syncBuiltinESMExports();
