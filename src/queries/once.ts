/**
 * A query that is asked once in a build, for the collections do not change while pages are made; in dev they
 * do, and it is asked each time.
 */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    if (import.meta.env.DEV) return ask();
    answer ??= ask().catch((error: unknown) => {
      // A build that begins again asks again.
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
