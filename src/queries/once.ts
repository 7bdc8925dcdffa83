/** Said by `buildPolicy`. Not `import.meta.env.DEV`, which a variable of the environment can change. */
declare const isBuilt: boolean;

/**
 * A query that is asked once in a build, for the collections do not change while pages are made; in dev they
 * do, and it is asked each time.
 */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    if (!isBuilt) return ask();
    answer ??= ask().catch((error: unknown) => {
      // A build that begins again asks again.
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
