import { workerData } from 'node:worker_threads';
import { answerQuestions } from './asked-worker.ts';
import { openRecordMaker } from './make-record.ts';
import type { RecordBatch, WorkerStart } from './make-records.ts';
import { RecordStore } from './record-store.ts';

// Makes the records of the papers that it is sent, a batch at a time, and writes them into the store.
const { current, place } = workerData as WorkerStart;
const makeRecord = openRecordMaker();
/** Opened with the first batch, because the main thread may replace a damaged store before. */
let store: RecordStore | undefined;

answerQuestions(({ folder, papers }: RecordBatch) => {
  store ??= new RecordStore(folder);
  store.writeRecords(
    papers.map(({ index, key, paper, corrections }) => {
      current[place] = index;
      return [key, makeRecord(paper, corrections)] as const;
    }),
  );
  current[place] = -1;
  return papers.length;
});
