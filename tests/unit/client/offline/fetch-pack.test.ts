import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  fetchPack,
  type PackFault,
  PackFaultError,
} from '../../../../src/client/offline/fetch-pack.ts';
import { readPointer } from '../../../../src/client/offline/read-pointer.ts';
import { nameDigest } from '../../../../src/packs/manifest.ts';

const base = 'https://example.org/archive/';
const name = nameDigest(createHash('sha256').update('pack').digest());
const pack = { name, sizeBytes: 4, papers: 0 };

/** Answers to requests in their order; the last one to all that come after. */
function answerWith(...answers: (() => Response | Promise<Response>)[]): { asked: () => number } {
  let asked = 0;
  vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([Promise.resolve().then(() => answer?.() as Response), aborted]);
  });
  return { asked: () => asked };
}
const status = (code: number) => () => new Response('no', { status: code });
const good = () => new Response('pack');
const never = () => new Promise<Response>(() => undefined);

/** Fetches the pack while time flies, and notes when it was tried again. */
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
    // Digests are made in another thread, in time that does not fly.
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
  test('that comes is not asked for again', async () => {
    const { asked } = answerWith(good);
    expect(await run()).toEqual({ result: 'pack', retries: [] });
    expect(asked()).toBe(1);
  });

  test.each<[string, () => Response | Promise<Response>, PackFault]>([
    ['the server fails', status(503), { kind: 'status', status: 503 }],
    ['there were too many requests', status(429), { kind: 'status', status: 429 }],
    ['another content comes', () => new Response('html'), { kind: 'damaged' }],
    ['nothing comes', never, { kind: 'slow' }],
  ])('is asked for again where %s', async (_, fault, expected) => {
    answerWith(fault, fault, good);
    expect(await run()).toEqual({
      result: 'pack',
      retries: [
        [expected, 1_000],
        [expected, 3_000],
      ],
    });
  });

  test('is given up after three more tries, with growing pauses', async () => {
    const { asked } = answerWith(status(500));
    const { result, retries } = await run();
    expect(result).toBeInstanceOf(PackFaultError);
    expect(result.fault).toEqual({ kind: 'status', status: 500 });
    expect(retries.map(([, pause]) => pause)).toEqual([1_000, 3_000, 9_000]);
    expect(asked()).toBe(4);
  });

  test.each([404, 403, 410])('is not asked for again after status %i', async (code) => {
    const { asked } = answerWith(status(code));
    const { result } = await run();
    expect(result.fault).toEqual({ kind: 'status', status: code });
    expect(asked()).toBe(1);
  });

  test('that comes slowly is waited for, as long as something comes', async () => {
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

  test('is given up at once where the reader stops it, without a network too', async () => {
    const stop = new AbortController();
    answerWith(never);
    setTimeout(() => stop.abort(), 5_000);
    const { result, retries } = await run(stop.signal);
    expect(result.name).toBe('AbortError');
    expect(retries).toEqual([]);
    answerWith(() => {
      throw new TypeError('Failed to fetch');
    });
    expect((await run()).result).toBeInstanceOf(TypeError);
  });
});

describe('the build that the site is now', () => {
  test.each<[string, () => Response | Promise<Response>, string | undefined]>([
    ['as it is written', () => Response.json({ build: '0a1b' }), '0a1b'],
    ['unknown where a page comes in its place', () => new Response('<html>'), undefined],
    ['unknown where it has another form', () => Response.json({ build: 5 }), undefined],
    ['unknown where it is no name', () => Response.json({ build: 'a b' }), undefined],
    ['unknown where it is null', () => Response.json(null), undefined],
    ['unknown where it is not there', status(404), undefined],
    ['unknown without a network', () => Promise.reject(new TypeError('no')), undefined],
  ])('is %s', async (_, answer, build) => {
    answerWith(answer);
    expect(await readPointer(base)).toBe(build);
  });

  test('is unknown where no answer comes within a second', async () => {
    vi.useRealTimers();
    answerWith(never);
    expect(await readPointer(base)).toBeUndefined();
  });
});
