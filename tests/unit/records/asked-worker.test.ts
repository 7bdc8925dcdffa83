import { afterEach, beforeEach, expect, test } from 'vitest';
import { AskedWorker } from '../../../src/records/asked-worker.ts';

let worker: AskedWorker<number, number>;
beforeEach(() => {
  worker = new AskedWorker(new URL('./counting-worker.ts', import.meta.url));
});
afterEach(() => worker.stop());

test('questions are answered in their order, however long each takes', async () => {
  const answered: number[] = [];
  const ask = async (question: number): Promise<void> => {
    answered.push(await worker.ask(question));
  };
  await Promise.all([1, 20, 5].map(ask));
  expect(answered).toEqual([2, 40, 10]);
});

test('an error reaches who asked, those that wait behind, and those that ask afterwards', async () => {
  // An error may overtake an answer that has been posted: they come by different ports.
  expect(await worker.ask(1)).toBe(2);
  const [bad, behind] = [Number.NaN, 2].map((question) => worker.ask(question));
  await expect(bad).rejects.toMatchObject({ message: 'no number', code: 'ENUMBER' });
  await expect(behind).rejects.toThrow('no number');
  await expect(worker.ask(3)).rejects.toThrow('no number');
});

test('a question to a worker that is stopped is rejected', async () => {
  const answer = worker.ask(1);
  await worker.stop();
  await expect(answer).rejects.toThrow('A worker ended');
});
