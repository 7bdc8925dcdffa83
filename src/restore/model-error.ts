/** A model file that cannot be used, with what is wrong and how to mend it. */
export class ModelError extends Error {
  override name = 'ModelError';
}
