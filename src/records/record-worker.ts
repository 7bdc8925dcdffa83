import { workerData } from 'node:worker_threads';
import { answerQuestions } from './asked-worker.ts';
import { openRecordMaker } from './make-record.ts';
import type { PaperToMake, WorkerStart } from './make-records.ts';
import { RecordStore } from './record-store.ts';

// Makes the records of the papers that it is sent, a batch at a time, and writes them into the store.
const { folder, current, place } = workerData as WorkerStart;
const store = new RecordStore(folder);
const makeRecord = openRecordMaker();

answerQuestions((batch: readonly PaperToMake[]) => {
  store.writeRecords(
    batch.map(({ index, key, paper, corrections }) => {
      current[place] = index;
      return [key, makeRecord(paper, corrections)] as const;
    }),
  );
  current[place] = -1;
  return batch.length;
});
