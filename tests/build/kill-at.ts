// Preloaded into a process under test (`node --import`): kills it at an exact moment, so that nothing in
// the product has to know of tests. `KILL_AT` is the beginning of a line that it prints, or `rename NAME`:
// right after a file or folder was renamed to that name.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const moment = process.env.KILL_AT;
const dieAt = (event: string): void => {
  if (moment && event.startsWith(moment)) process.kill(process.pid, 'SIGKILL');
};

const { log } = console;
console.log = (...args) => {
  log(...args);
  dieAt(String(args[0]));
};

const { rename } = fs.promises;
fs.promises.rename = async (from, to) => {
  await rename(from, to);
  dieAt(`rename ${basename(String(to))}`);
};
syncBuiltinESMExports();
