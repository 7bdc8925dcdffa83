import type { OfflineStore } from './offline-store.ts';

/** Stands for the build of a page of which it is not known: no other build's files are given to it. */
export const unknownBuild = 'unknown';

/** Which build each open page belongs to, for as long as it is open. */
export interface Bindings {
  read(client: string): Promise<string | undefined>;
  /**
   * Binds a page; kept before the promise ends, for the browser may end the worker at any time. Where there
   * is no room for it, as long as the worker runs.
   */
  write(client: string, build: string): Promise<void>;
}

/** Bindings in memory, and in the store for when the worker is started again. */
export function makeBindings(store: OfflineStore): Bindings {
  const known = new Map<string, string>();
  return {
    read: async (client) => {
      if (client === '') return undefined;
      const build = known.get(client) ?? (await store.readBinding(client));
      if (build !== undefined) known.set(client, build);
      return build;
    },
    write: async (client, build) => {
      if (client === '' || known.get(client) === build) return;
      known.set(client, build);
      await store.writeBinding(client, build).catch(() => undefined);
    },
  };
}
