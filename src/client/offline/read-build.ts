import type { WorkerMessage } from './worker-messages.ts';

/** A worker answers within milliseconds; one that is being replaced may not answer at all. */
const patienceMs = 500;

/** The build that this page belongs to; undefined without a service worker. */
export function readBuild(): Promise<string | undefined> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const give = (build: unknown): void => {
      port1.close();
      resolve(typeof build === 'string' ? build : undefined);
    };
    port1.onmessage = ({ data }) => give(data);
    setTimeout(give, patienceMs);
    worker.postMessage({ type: 'which-build' } satisfies WorkerMessage, [port2]);
  });
}
