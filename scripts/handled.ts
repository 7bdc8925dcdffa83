/** The same promise, whose rejection is not reported as unhandled if the build fails before it is awaited. */
export function handled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined);
  return promise;
}
