import { createInstance } from 'dayleaf:pagefind';
import type * as ordinary from '../client/search/load-engine.ts';

/** Replaces `src/client/search/load-engine.ts`: Pagefind is part of the script, and searches without its worker. */
export const loadEngine: typeof ordinary.loadEngine = async (bundleUrl) => ({
  createInstance: (options) => createInstance({ ...options, basePath: bundleUrl, noWorker: true }),
});
