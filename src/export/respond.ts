/** Said by `buildPolicy`. */
declare const isBuilt: boolean;

/** Where a build finds the text of an answer. */
export const answeredText = Symbol.for('dayleaf.answered-text');

/** An answer that says in a build what its text is. */
export type TextResponse = Response & { [answeredText]?: string };

/**
 * Answers with a text. A build takes the text itself: the body of a `Response` is made a stream and read from
 * it again, which takes longer than most texts take to make.
 * @param type media type
 */
export function respond(text: string, type: string): TextResponse {
  const init = { headers: { 'Content-Type': type } };
  if (!isBuilt) return new Response(text, init);
  return Object.assign(new Response(null, init), { [answeredText]: text });
}
