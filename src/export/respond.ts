/** Defined by `buildPolicy`. */
declare const isBuilt: boolean;

/** The property of a response that holds its text in a build. */
export const answeredText = Symbol.for('dayleaf.answered-text');

/** A text, or its parts. */
type Text = string | readonly string[] | Generator<string>;

/** A response; in a build, its text is in a property and its body is empty. */
export type TextResponse = Response & { [answeredText]?: Text };

/**
 * Returns a response with a text. A build reads the text from a property, because turning a body into a stream and
 * reading it back takes longer than generating most texts.
 * @param type media type
 */
export function respond(text: Text, type: string): TextResponse {
  const init = { headers: { 'Content-Type': type } };
  if (!isBuilt) return new Response(typeof text === 'string' ? text : [...text].join(''), init);
  return Object.assign(new Response(null, init), { [answeredText]: text });
}
