/** Astro loads bundled code as separate modules: they share the version through this symbol. */
const slot: unique symbol = Symbol.for('dayleaf.rendering-version') as never;
type Slot = { [slot]?: string };

/** Sets the version; it must be set before pages are rendered. */
export function setRenderingVersion(version: string): void {
  (globalThis as Slot)[slot] = version;
}

/**
 * A digest of all code and settings that files of the site depend on, besides their papers. Undefined in dev, where code
 * changes while it runs.
 */
export const getRenderingVersion = (): string | undefined => (globalThis as Slot)[slot];
