/** Pagefind's script, as it is in the site; `scripts/portable/bundle-script.ts` finds it. */
declare module 'dayleaf:pagefind' {
  type Engine = import('../client/search/pagefind.ts').PagefindModule;
  export const createInstance: Engine['createInstance'];
}
