/** Messages between pages and the service worker. Pages and workers of different builds exchange them. */
export type WorkerMessage =
  /** To the worker: which build does this page belong to? It answers through the port: the build, or null. */
  | { type: 'which-build' }
  /** To the worker: the stored files have changed. */
  | { type: 'kept' }
  /** To a page: there is a newer build than the page's. */
  | { type: 'new-build' }
  /** To a page: the whole archive is available offline, but there is no space for its newest build. */
  | { type: 'no-room' };

/** The type of a message; undefined for other data. */
export function readMessage(data: unknown): WorkerMessage['type'] | undefined {
  const types: readonly unknown[] = ['which-build', 'kept', 'new-build', 'no-room'];
  const type = (data as WorkerMessage | null)?.type;
  return types.includes(type) ? type : undefined;
}
