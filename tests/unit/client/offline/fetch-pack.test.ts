import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  fetchPack,
  type PackFault,
  PackFaultError,
} from '../../../../src/client/offline/fetch-pack.ts';
import { nameDigest } from '../../../../src/packs/manifest.ts';
import { base } from './fake-browser.ts';

const name = nameDigest(createHash('sha256').update('pack').digest());
const pack = { name, sizeBytes: 4, papers: 0 };

/** Answers requests in order; the last answer is repeated. */
function answerWith(...answers: (() => Response | Promise<Response>)[]): { count: () => number } {
  let requests = 0;
  vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
    const answer = answers[Math.min(requests++, answers.length - 1)] ?? never;
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    const response = Promise.resolve().then(async () => {
      const { body, status } = await answer();
      // As in browsers, an abort ends a body that is arriving too.
      const options = { signal: signal ?? undefined };
      return new Response(body?.pipeThrough(new TransformStream(), options), { status });
    });
    return Promise.race([response, aborted]);
  });
  return { count: () => requests };
}
const status = (code: number) => () => new Response('no', { status: code });
const good = () => new Response('pack');
const never = () => new Promise<Response>(() => undefined);

/** Fetches the pack on a fast clock. @returns the content or the error, and the retries with their pauses */
async function run(signal?: AbortSignal) {
  const retries: [PackFault, number][] = [];
  const result = fetchPack(base, pack, {
    signal,
    onRetry: (fault, pause) => retries.push([fault, pause]),
  }).then(
    (blob) => blob.text(),
    (error) => error,
  );
  let isSettled = false;
  result.finally(() => {
    isSettled = true;
  });
  while (!isSettled) {
    await vi.advanceTimersByTimeAsync(500);
    // Digests are computed in another thread, which the fake clock does not wait for.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { result: await result, retries };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a pack', () => {
  test('is requested once if it arrives', async () => {
    const { count } = answerWith(good);
    expect(await run()).toEqual({ result: 'pack', retries: [] });
    expect(count()).toBe(1);
  });

  test.each<[string, () => Response | Promise<Response>, PackFault]>([
    ['the server fails', status(503), { kind: 'status', status: 503 }],
    ['there are too many requests', status(429), { kind: 'status', status: 429 }],
    ['its content is another', () => new Response('html'), { kind: 'damaged' }],
    ['nothing arrives', never, { kind: 'slow' }],
  ])('is requested again if %s', async (_, fault, expected) => {
    answerWith(fault, fault, good);
    expect(await run()).toEqual({
      result: 'pack',
      retries: [
        [expected, 1_000],
        [expected, 3_000],
      ],
    });
  });

  test('is given up after three retries with growing pauses', async () => {
    const { count } = answerWith(status(500));
    const { result, retries } = await run();
    expect(result).toBeInstanceOf(PackFaultError);
    expect(result.fault).toEqual({ kind: 'status', status: 500 });
    expect(retries.map(([, pause]) => pause)).toEqual([1_000, 3_000, 9_000]);
    expect(count()).toBe(4);
  });

  test.each([404, 403, 410])('is not requested again after status %i', async (code) => {
    const { count } = answerWith(status(code));
    const { result } = await run();
    expect(result.fault).toEqual({ kind: 'status', status: code });
    expect(count()).toBe(1);
  });

  test('that arrives slowly is awaited as long as data arrives', async () => {
    const parts = [...'pack'].map((part) => new TextEncoder().encode(part));
    const slowly = () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            const part = parts.shift();
            if (part === undefined) return controller.close();
            await new Promise((resolve) => setTimeout(resolve, 7_000));
            controller.enqueue(part);
          },
        }),
      );
    answerWith(slowly);
    expect(await run()).toEqual({ result: 'pack', retries: [] });
  });

  test('is given up at once if it is aborted, or without a network', async () => {
    const stop = new AbortController();
    answerWith(never);
    setTimeout(() => stop.abort(), 5_000);
    let isLate = false;
    setTimeout(() => {
      isLate = true;
    }, 6_000);
    const { result, retries } = await run(stop.signal);
    expect(isLate).toBe(false);
    expect(result.name).toBe('AbortError');
    expect(retries).toEqual([]);
    answerWith(() => {
      throw new TypeError('Failed to fetch');
    });
    expect((await run()).result).toBeInstanceOf(TypeError);
  });
});
