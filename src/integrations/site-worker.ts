import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { linkLast } from './scaffold.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import type { FileToWrite, LinkJob, SiteFolders } from './site-writer.ts';

const { last, next } = workerData as SiteFolders;
const written = new SiteFiles(last, next, new Map());

// Links the files of the last site into the next one, then writes files while pages are rendered.
answerQuestions((question: LinkJob | readonly FileToWrite[]): Set<string> | undefined => {
  if ('cache' in question) return link(question);
  for (const { path, content } of question) written.write(path, content);
  return undefined;
});

function link({ cache }: LinkJob): Set<string> {
  const store = new RecordStore(cache);
  try {
    return linkLast(last, next, store.readAll<FileRow>('file'));
  } finally {
    store.close();
  }
}
