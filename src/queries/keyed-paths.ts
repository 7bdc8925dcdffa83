import { digest } from '../records/text-digest.ts';

/** A route for Astro's `getStaticPaths`: its parameters, the props of its page, and a key that identifies both. */
export interface KeyedPath<Params, Props> {
  params: Params;
  props: Props;
  cacheKey: string;
}

/**
 * Gives each route a key: a digest of its parameters and props, which must name everything that its page shows; of
 * a record, the key is enough. A page whose key is that of the last build is not rendered again: see
 * `src/integrations/reuse-files.ts`.
 */
export function keyPaths<Params, Props>(
  paths: Iterable<readonly [params: Params, props: Props]>,
): KeyedPath<Params, Props>[] {
  return Array.from(paths, ([params, props]) => ({
    ...{ params, props },
    cacheKey: digest(params, props),
  }));
}
