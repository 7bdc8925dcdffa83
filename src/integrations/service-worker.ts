import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The service worker of a build as one classic script. Browsers look whether it has changed to see
 * whether the site has, so the build's name is in it.
 */
export async function bundleServiceWorker(buildName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/offline/service-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { __BUILD__: JSON.stringify(buildName) },
  });
  return outputFiles[0]?.text ?? '';
}
