/** What pages and the service worker tell each other. */
export type OfflineMessage =
  /** To the worker: which build is this page of? The answer comes through the port: its name, or null. */
  | { type: 'which-build' }
  /** To the worker: the files that are kept have changed. */
  | { type: 'kept' }
  /** To a page: there is a newer build than the page's. */
  | { type: 'new-build' }
  /** To a page: everything is kept, but of a newer build there is no room for it. */
  | { type: 'no-room' };

/** A message, if this is one. */
export function readMessage(data: unknown): OfflineMessage | undefined {
  const types: readonly unknown[] = ['which-build', 'kept', 'new-build', 'no-room'];
  return types.includes((data as OfflineMessage | null)?.type)
    ? (data as OfflineMessage)
    : undefined;
}
