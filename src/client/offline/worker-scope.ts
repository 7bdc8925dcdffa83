/** A page or a worker that a service worker answers. */
export interface WorkerClient {
  readonly id: string;
  readonly type: string;
  postMessage(message: unknown): void;
}

/** An event that keeps the worker alive as long as it is worked on. */
export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page. */
export interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  /** Who asks; empty where a page is asked for. */
  readonly clientId: string;
  /** What a page, or a worker, that is asked for will be called. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

/** A message of a page. */
export interface WorkerMessageEvent extends WorkerEvent {
  readonly data: unknown;
  readonly source: WorkerClient | null;
  readonly ports: readonly MessagePort[];
}

/** Events of a service worker, by name. */
interface WorkerEvents {
  install: WorkerEvent;
  activate: WorkerEvent;
  fetch: WorkerFetchEvent;
  message: WorkerMessageEvent;
}

/**
 * What Dayleaf's service worker uses of its global scope. TypeScript's own library for workers excludes
 * the one for pages, which the rest of the project needs.
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
