import { digest } from '../records/text-digest.ts';

/** A route of Astro's: its parameters, what its page is made of, and a key that stands for that. */
export interface KeyedPath<Params, Props> {
  params: Params;
  props: Props;
  cacheKey: string;
}

/**
 * Gives each path a key: a digest of its props, which must name all that its page shows; of a record its key
 * is enough. A page whose key is that of the last build is not rendered again: see
 * `src/integrations/reuse-files.ts`.
 */
export function keyPaths<Params, Props>(
  paths: readonly { params: Params; props: Props }[],
): KeyedPath<Params, Props>[] {
  return paths.map(({ params, props }) => ({ params, props, cacheKey: digest(params, props) }));
}
