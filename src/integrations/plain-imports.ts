import type { Plugin } from 'vite';

/** The module by which Vite loads what a dynamic import needs besides its code. */
const helper = '\0vite/preload-helper.js';

/**
 * Leaves dynamic imports as they are: Vite would put a kilobyte into every page to fetch their style
 * sheets first, and here they have none.
 */
export function plainImports(): Plugin {
  return {
    name: 'dayleaf-plain-imports',
    enforce: 'pre',
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
