import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The service worker of a build as one classic script. It contains the name of the build, so that browsers, which
 * compare it with the one that they have, notice a new build.
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
