import { answerQuestions } from '../../../src/records/asked-worker.ts';

// Answers with twice the number, smaller numbers later; NaN is an error.
answerQuestions(async (question: number) => {
  if (Number.isNaN(question)) throw Object.assign(new Error('no number'), { code: 'ENUMBER' });
  await new Promise((resolve) => setTimeout(resolve, 20 / question));
  return 2 * question;
});
