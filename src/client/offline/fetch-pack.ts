import { nameDigest, type PackSummary, packPath } from '../../packs/manifest.ts';

/** Why a server did not deliver a pack. */
export type PackFault =
  | { kind: 'status'; status: number }
  /** The content does not match its digest. */
  | { kind: 'damaged' }
  /** No data arrived for too long. */
  | { kind: 'slow' };

/** The server did not deliver a pack after all retries. */
export class PackFaultError extends Error {
  override name = 'PackFaultError';
  readonly fault: PackFault;

  constructor(fault: PackFault) {
    super(fault.kind === 'status' ? `status ${fault.status}` : fault.kind);
    this.fault = fault;
  }
}

/** Pause before each retry. */
const pausesMs = [1_000, 3_000, 9_000];
/** A download is aborted after this long without data. */
const stallMs = 8_000;

/** How to follow and abort a download. */
export interface FetchOptions {
  signal?: AbortSignal;
  /** Called before each retry. */
  onRetry?: (fault: PackFault, pauseMs: number) => void;
}

/**
 * Downloads a pack, with retries after growing pauses if the server fails.
 * @throws {PackFaultError} if the server has no such pack, or fails after all retries
 * @throws {DOMException} `AbortError` if the signal was aborted
 * @throws {TypeError} without a network
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

/** Whether a retry is useless: the file is missing or access is denied. */
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
      // The HTTP cache need not store it a second time.
      cache: 'no-store',
    });
    if (!response.ok) throw new PackFaultError({ kind: 'status', status: response.status });
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        restart();
        controller.enqueue(part);
      },
    });
    const content = await new Response(response.body?.pipeThrough(watched)).blob();
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

/** @throws the reason of the signal as soon as it is aborted */
function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
