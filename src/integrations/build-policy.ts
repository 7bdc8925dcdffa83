import type { AstroIntegration } from 'astro';

/** Has pages carry their policy where they are built; the dev server puts styles and a script into pages. */
export function buildPolicy(): AstroIntegration {
  return {
    name: 'dayleaf-build-policy',
    hooks: {
      // Not `import.meta.env.PROD`, which a variable of the environment can change.
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { isBuilt: JSON.stringify(command === 'build') } } });
      },
    },
  };
}
