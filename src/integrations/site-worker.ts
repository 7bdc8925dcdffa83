import { existsSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { linkLast } from './scaffold.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import type { FileToWrite, SiteFolders } from './site-writer.ts';

const { last, next, cache } = workerData as SiteFolders;
const written = new SiteFiles(last, next, new Map());

// Links the files of the last site into the next one, then writes files while pages are rendered.
answerQuestions((question: 'link' | readonly FileToWrite[]): Set<string> | undefined => {
  if (question === 'link') return link();
  for (const { path, content, isNext } of question) {
    if (isNext) written.append(path, content);
    else written.write(path, content);
  }
  return undefined;
});

function link(): Set<string> {
  if (!existsSync(last)) return new Set();
  const store = new RecordStore(cache);
  try {
    return linkLast(last, next, store.readAll<FileRow>('file'));
  } finally {
    store.close();
  }
}
