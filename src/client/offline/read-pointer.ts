import { pointerPath } from '../../packs/manifest.ts';

/** Maximum time to wait for the pointer. */
const patienceMs = 1_000;

/**
 * The build that the site is now; undefined where that is not known: without a network, without an answer
 * within a second, or where something else than the pointer comes, such as a host's own page.
 */
export async function readPointer(base: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(pointerPath, base), {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    const pointer: { build?: unknown } | null = response.ok ? await response.json() : null;
    const build = pointer?.build;
    return typeof build === 'string' && /^[0-9a-f]+$/.test(build) ? build : undefined;
  } catch {
    return undefined;
  }
}
