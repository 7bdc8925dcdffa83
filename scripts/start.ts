import { preview } from 'astro';
import { buildSite } from './build-site.ts';
import { exitOnFault } from './exit-on-fault.ts';

/** Builds the site and serves it until it is stopped; Astro prints the address. */
await exitOnFault(async () => {
  await buildSite();
  const server = await preview({ logLevel: 'info' });
  await server.closed();
});
