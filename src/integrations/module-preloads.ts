/**
 * A page with the modules that its scripts import named in its head, so that they are fetched together
 * with the scripts and not after them.
 * @param html a page as Astro wrote it
 * @param readModule gives the text of a module by its address
 */
export async function addModulePreloads(
  html: string,
  readModule: (address: string) => Promise<string>,
): Promise<string> {
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(
    ([, src = '']) => src,
  );
  const known = new Set(scripts);
  const waiting = [...scripts];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const text = await readModule(address);
    for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*["'](\.\/[^"']+)["']/g)) {
      const imported = address.replace(/[^/]*$/, '') + path.slice(2);
      if (known.has(imported)) continue;
      known.add(imported);
      waiting.push(imported);
    }
  }
  const links = [...known]
    .filter((address) => !scripts.includes(address))
    .sort()
    .map((address) => `<link rel="modulepreload" href="${address}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}
