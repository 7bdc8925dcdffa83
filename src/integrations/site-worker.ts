import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { SiteFiles } from './site-files.ts';
import type { FileToWrite, PackedSite, PackJob, SiteFolders } from './site-writer.ts';
import { writePacks } from './write-packs.ts';

const { last, next } = workerData as SiteFolders;
const written = new SiteFiles(last, next, new Map());

// Writes the files of a site while pages are rendered, then packs them.
answerQuestions((question: readonly FileToWrite[] | PackJob) => {
  if ('papers' in question) return packSite(question);
  for (const { path, content } of question) written.write(path, content);
});

async function packSite({ papers, cache, version, known, rows }: PackJob): Promise<PackedSite> {
  const files = new SiteFiles(last, next, known);
  files.adopt(rows, 0);
  const listed = files.list();
  const store = new RecordStore(cache);
  try {
    const packed = await writePacks(listed, papers, store, files, version);
    return {
      files: [...listed, ...packed],
      rows: new Map(files.rows()),
      reused: files.reused,
    };
  } finally {
    store.close();
  }
}
