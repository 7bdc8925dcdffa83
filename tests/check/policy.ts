import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { hashScript } from '../../src/policy.ts';
import { type Finding, findElements, hasClass, type Page, type SiteCheck } from './site-pages.ts';

/** Directives without which a policy is none; what they may allow. */
const required: Readonly<Record<string, RegExp>> = {
  'default-src': /^'none'$/,
  'script-src': /^'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')*$/,
  'style-src': /^'self'$/,
  'style-src-attr': /^'(none|unsafe-inline)'$/,
  'img-src': /^'self'$/,
  'font-src': /^'self'$/,
  'connect-src': /^'self'$/,
  'manifest-src': /^'self'$/,
  'worker-src': /^'self'$/,
  'object-src': /^'none'$/,
  'base-uri': /^'none'$/,
  'form-action': /^'self'$/,
};

/** Each page has the policy before anything that it is about, and what the page has obeys it. */
export const strictPolicy: SiteCheck = {
  name: 'each page has a strict policy, and obeys it',
  find: ({ pages }) =>
    pages.flatMap((page) => [...findFaults(page)].map((message) => ({ file: page.file, message }))),
};

/** The hosts that read `_headers` are told the policy too. */
export const hostPolicy: SiteCheck = {
  name: '_headers has the policy, and what only a header can say',
  async find({ folder, files, base, pages }): Promise<Finding[]> {
    const file = '_headers';
    if (!files.has(file)) return [{ file, message: 'is not there' }];
    const text = await readFile(join(folder, file), 'utf8');
    const rule = text.split('\n\n').find((part) => part.startsWith(`${base}*\n`)) ?? '';
    const header = parsePolicy(/Content-Security-Policy: (.*)/.exec(rule)?.[1] ?? '');
    const narrower = pages.flatMap((page) =>
      [...parsePolicy(readPolicy(page) ?? '')].flatMap(([name, value]) => {
        const allowed = header.get(name)?.split(' ') ?? [];
        const missing = value.split(' ').filter((v) => v !== "'none'" && !allowed.includes(v));
        return missing.map((v) => ({
          file,
          message: `${name} lacks ${v}, which ${page.file} has`,
        }));
      }),
    );
    const isFramable = header.get('frame-ancestors') !== "'none'";
    return [...narrower, ...(isFramable ? [{ file, message: 'lets others frame the site' }] : [])];
  },
};

function* findFaults(page: Page): Generator<string> {
  const policy = readPolicy(page);
  if (policy === undefined) {
    yield 'has no Content-Security-Policy, or not before its first script, style and link';
    return;
  }
  const directives = parsePolicy(policy);
  for (const [name, pattern] of Object.entries(required)) {
    const value = directives.get(name);
    if (!pattern.test(value ?? '')) yield `its policy has ${name} ${value ?? 'missing'}`;
  }
  for (const name of directives.keys())
    if (!Object.hasOwn(required, name)) yield `its policy has ${name}, which is not looked at`;

  const allowed = directives.get('script-src')?.split(' ') ?? [];
  for (const script of findElements(page.tree, isInlineScript)) {
    const [text] = script.children;
    if (!allowed.includes(hashScript(text?.type === 'text' ? text.value : '')))
      yield 'has an inline script whose hash is not in its policy';
  }
  for (const { tagName, properties } of findElements(page.tree, () => true)) {
    const handler = Object.keys(properties).find((name) => /^on[a-z]/i.test(name));
    if (handler) yield `<${tagName}> has the handler ${handler}`;
    const scripted = [properties.href, properties.src, properties.action].find((address) =>
      /^\s*(javascript|data|vbscript):/i.test(String(address)),
    );
    if (scripted !== undefined) yield `<${tagName}> leads to ${String(scripted).slice(0, 60)}`;
    if (tagName === 'style') yield 'has a <style>';
  }
  const styled = findStyledOutsideMath(page);
  if (styled) yield `<${styled.tagName}> has a style attribute and is no part of a formula`;
  const mayStyle = directives.get('style-src-attr') === "'unsafe-inline'";
  const hasMath = findElements(page.tree, (e) => hasClass(e, 'katex')).length > 0;
  if (!mayStyle && hasMath) yield 'has formulas, whose style attributes its policy forbids';
}

/** The policy of a page; undefined where it has none, or one that comes too late. */
function readPolicy({ tree }: Page): string | undefined {
  const [first] = findElements(
    tree,
    ({ tagName, properties }) =>
      ['script', 'style', 'link'].includes(tagName) ||
      String(properties.httpEquiv).toLowerCase() === 'content-security-policy',
  );
  return first?.tagName === 'meta' ? String(first.properties.content) : undefined;
}

function parsePolicy(policy: string): Map<string, string> {
  return new Map(
    policy.split(/;\s*/).map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
}

function isInlineScript({ tagName, properties }: Element): boolean {
  // What has a type of its own is data, which no browser runs: JSON-LD, a paper's citation.
  const isData = /json$/.test(String(properties.type ?? ''));
  return tagName === 'script' && properties.src === undefined && !isData;
}

function findStyledOutsideMath({ tree }: Page): Element | undefined {
  let styled: Element | undefined;
  visit(tree, 'element', (element) => {
    if (hasClass(element, 'katex')) return SKIP;
    if (element.properties.style !== undefined) styled ??= element;
    return undefined;
  });
  return styled;
}
