// Preloaded into a process under test (`node --import`): at an exact moment, once in a thread, it does to files of a folder
// what somebody else may do meanwhile. `WRITE_AT` is the beginning of a moment, see moments.ts; `WRITE_FILES` is
// JSON: their contents by their paths, null for a file that is removed.
import { rmSync, writeFileSync } from 'node:fs';
import { onMoment } from './moments.ts';

const { WRITE_AT: moment, WRITE_FILES: files = '{}' } = process.env;
let isDone = false;

onMoment((at) => {
  if (isDone || !moment || !at.startsWith(moment)) return;
  isDone = true;
  for (const [path, content] of Object.entries<string | null>(JSON.parse(files)))
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
});
