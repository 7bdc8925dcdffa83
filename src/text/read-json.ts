import * as jsonc from 'jsonc-parser';

/** Field names and list indices that lead to a value: `['papers', 0, 'slug']`. */
export type JsonPath = readonly PropertyKey[];

/** The value of a JSON text and the places of its parts, as offsets in the text. */
export interface ReadJson {
  value: unknown;
  /** The offset of the value at a path, or of the innermost value around it that exists. */
  offsetOf(path: JsonPath): number;
  /** The offset of the name of the field at a path. */
  offsetOfName(path: JsonPath): number;
  /** Finds fields that an object has more than once, of which `JSON.parse` takes the last. */
  findRepeated(): { path: JsonPath; offset: number }[];
}

/** Why a text is not JSON, and at which offset: `{ offset: 6, reason: 'Comma expected' }`. */
export interface JsonFault {
  offset: number;
  reason: string;
}

/** The parser is recursive: 100,000 levels would overflow the stack. */
const mostLevels = 16;

/** Reads JSON of at most 16 levels and finds the places of its parts. */
export function readJson(text: string): ReadJson | JsonFault {
  const deep = findDepth(text);
  if (deep !== undefined)
    return { offset: deep, reason: `Nested deeper than ${mostLevels} levels` };
  const errors: jsonc.ParseError[] = [];
  // Of a large text, the tree takes longer than the value, and only faults need it.
  let tree: { root: jsonc.Node | undefined } | undefined;
  const parse = (): jsonc.Node | undefined => {
    tree ??= { root: jsonc.parseTree(text, errors, { disallowComments: true }) };
    return tree.root;
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    parse();
    const [{ error: code, offset } = { error: 0, offset: 0 }] = errors;
    // V8 points into a string, the tree at its beginning.
    const position = / at position (\d+)/.exec((error as Error).message)?.[1];
    return { offset: Number(position ?? offset), reason: describe(code) };
  }
  const find = (path: JsonPath): jsonc.Node | undefined => {
    const root = parse();
    return root && jsonc.findNodeAtLocation(root, path as jsonc.JSONPath);
  };
  const offsetOf = (path: JsonPath): number =>
    find(path)?.offset ?? (path.length === 0 ? 0 : offsetOf(path.slice(0, -1)));
  return {
    value,
    offsetOf,
    offsetOfName: (path) => find(path)?.parent?.offset ?? 0,
    findRepeated: () => {
      const root = parse();
      return root ? findRepeated(root) : [];
    },
  };
}

/** `PropertyNameExpected` → `Property name expected`. */
const describe = (code: jsonc.ParseErrorCode): string =>
  jsonc
    .printParseErrorCode(code)
    .replace(/^<.*/, 'Invalid JSON')
    .replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The offset at which a text exceeds the depth of nesting, or undefined. */
function findDepth(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > mostLevels) return index;
  }
  return undefined;
}

function findRepeated({ type, children = [] }: jsonc.Node): ReturnType<ReadJson['findRepeated']> {
  const names = new Set<string>();
  return children.flatMap((child) => {
    if (type !== 'object') return child.children ? findRepeated(child) : [];
    const [name, value] = child.children ?? [];
    if (!name || !value) return [];
    const isRepeated = names.has(name.value);
    names.add(name.value);
    const within = value.children ? findRepeated(value) : [];
    return isRepeated
      ? [{ path: jsonc.getNodePath(value), offset: value.offset }, ...within]
      : within;
  });
}
