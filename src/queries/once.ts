/** Set by `buildPolicy`. Not `import.meta.env.DEV`, which a variable of the environment can change. */
declare const isBuilt: boolean;

/**
 * Asks a query only once in a build, because collections do not change while pages are rendered; in dev they do, and
 * it is asked each time.
 */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    if (!isBuilt) return ask();
    answer ??= ask().catch((error: unknown) => {
      // If the build starts again, it is asked again.
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
