import { nameDigest, type PackSummary, packPath } from '../../packs/manifest.ts';

/** What a server may do with a pack that is asked for. */
export type PackFault =
  | { kind: 'status'; status: number }
  /** What came has another content. */
  | { kind: 'damaged' }
  /** Nothing came for too long. */
  | { kind: 'slow' };

/** The server has not given a pack, however often it was asked. */
export class PackFaultError extends Error {
  override name = 'PackFaultError';
  readonly fault: PackFault;

  constructor(fault: PackFault) {
    super(fault.kind === 'status' ? `status ${fault.status}` : fault.kind);
    this.fault = fault;
  }
}

/** How long it is waited before each further try. */
const pausesMs = [1_000, 3_000, 9_000];
/** A download that brings nothing for so long is given up. */
const stallMs = 8_000;

/** How a download is followed and given up. */
export interface FetchOptions {
  signal?: AbortSignal;
  /** Told before each further try. */
  onRetry?: (fault: PackFault, pauseMs: number) => void;
}

/**
 * A pack as the site has it; asked for again, after growing pauses, where the server fails.
 * @returns a blob, which stays where the browser keeps what it fetches
 * @throws {PackFaultError} where the server goes on failing, or has no such pack
 * @throws {DOMException} `AbortError` where it was given up
 * @throws {TypeError} where there is no network
 */
export async function fetchPack(
  base: string,
  pack: PackSummary,
  { signal, onRetry }: FetchOptions = {},
): Promise<Blob> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchOnce(base, pack, signal);
    } catch (error) {
      const pause = pausesMs[attempt];
      if (!(error instanceof PackFaultError) || isFinal(error.fault) || pause === undefined)
        throw error;
      onRetry?.(error.fault, pause);
      await wait(pause, signal);
    }
  }
}

/** Whether asking again is of no use: no such file, or not for us. */
const isFinal = (fault: PackFault): boolean =>
  fault.kind === 'status' && fault.status < 500 && ![408, 425, 429].includes(fault.status);

async function fetchOnce(base: string, { name }: PackSummary, signal?: AbortSignal): Promise<Blob> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), stallMs);
  };
  restart();
  try {
    const response = await fetch(new URL(packPath(name), base), {
      signal: signal ? AbortSignal.any([signal, stall.signal]) : stall.signal,
      // The browser's own cache need not have it a second time.
      cache: 'no-store',
    });
    if (!response.ok) throw new PackFaultError({ kind: 'status', status: response.status });
    const content = await watch(response, restart).blob();
    clearTimeout(timer);
    const digest = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
    if (nameDigest(new Uint8Array(digest)) !== name) throw new PackFaultError({ kind: 'damaged' });
    return content;
  } catch (error) {
    signal?.throwIfAborted();
    throw stall.signal.aborted ? new PackFaultError({ kind: 'slow' }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** The same response, of which each part that comes is told. */
function watch(response: Response, onPart: () => void): Response {
  const parts = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      onPart();
      controller.enqueue(part);
    },
  });
  return response.body ? new Response(response.body.pipeThrough(parts)) : response;
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
