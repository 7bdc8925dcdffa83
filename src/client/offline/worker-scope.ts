/** A page or worker that a service worker controls. */
export interface WorkerClient {
  readonly id: string;
  postMessage(message: unknown): void;
}

interface WorkerEvent extends Event {
  /** Keeps the worker alive until the promise settles. */
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a client. */
export interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  /** Empty for a navigation. */
  readonly clientId: string;
  /** Id of the page or worker that the request creates. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

interface WorkerEvents {
  install: WorkerEvent;
  activate: WorkerEvent;
  fetch: WorkerFetchEvent;
  message: WorkerEvent &
    Pick<MessageEvent<unknown>, 'data' | 'ports'> & { readonly source: WorkerClient | null };
}

/**
 * What Dayleaf's service worker uses of its global scope. TypeScript's library for workers excludes the one
 * for pages, which the rest of the project needs.
 * @see https://w3c.github.io/ServiceWorker/#serviceworkerglobalscope-interface
 */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean; type: 'all' }): Promise<WorkerClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof WorkerEvents>(
    type: K,
    listener: (event: WorkerEvents[K]) => void,
  ): void;
}
