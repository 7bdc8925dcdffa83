import type { PhrasingContent } from 'mdast';
import type { FlatText } from './flatten.ts';
import { appendNodes } from './phrasing.ts';

/** Deeper groups are shown as captured, which bounds the recursion. */
const maxDepth = 12;

/** Reads something at the cursor and moves it; or changes nothing and returns `false`. */
export type TextRule = (cursor: TextCursor) => boolean;

/** A position in a flat text, and the nodes of the text before it. */
export class TextCursor {
  readonly flat: string;
  readonly objects: readonly PhrasingContent[];
  /** For each `{` the index of its `}`, or 0. */
  readonly closing: Int32Array;
  readonly #rules: readonly TextRule[];
  at = 0;
  /** End of the part that is being read. */
  to: number;
  nodes: PhrasingContent[] = [];
  #nextObject = 0;
  #depth = 0;

  constructor({ text, objects }: FlatText, rules: readonly TextRule[]) {
    this.flat = text;
    this.objects = objects;
    this.closing = matchBraces(text);
    this.to = text.length;
    this.#rules = rules;
  }

  /** Whether another group may be read inside this one. */
  get canNest(): boolean {
    return this.#depth < maxDepth;
  }

  /** The object at the next object mark. */
  get nextObject(): PhrasingContent | undefined {
    return this.objects[this.#nextObject];
  }

  /** Takes the object of the mark that is read now. */
  takeObject(): PhrasingContent {
    return this.objects[this.#nextObject++];
  }

  /** The match of a sticky pattern at the cursor, if it ends within the part that is being read. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.flat);
    return found && this.at + found[0].length <= this.to ? found : null;
  }

  /** Appends the text that `length` characters at the cursor print. */
  print(value: string, length: number): true {
    return this.put([{ type: 'text', value }], this.at + length);
  }

  /** Appends nodes and moves on to `end`. */
  put(nodes: PhrasingContent[], end: number): true {
    appendNodes(this.nodes, nodes);
    this.at = end;
    return true;
  }

  /** The end of the group that opens at `open`, if it ends within the part that is being read. */
  endOfGroup(open: number): number | undefined {
    const end = open < 0 ? 0 : this.closing[open];
    return end > 0 && end < this.to ? end : undefined;
  }

  /** Reads a part with all rules and returns its nodes. */
  readPart(from: number, to: number): PhrasingContent[] {
    const { nodes, to: end } = this;
    Object.assign(this, { nodes: [], at: from, to });
    this.#depth++;
    while (this.at < this.to) this.#rules.some((rule) => rule(this));
    this.#depth--;
    const part = this.nodes;
    Object.assign(this, { nodes, to: end });
    return part;
  }
}

/** See `closing`. An escaped brace does not delimit a group. */
function matchBraces(flat: string): Int32Array {
  const closing = new Int32Array(flat.length + 1);
  const open: number[] = [];
  for (let i = 0; i < flat.length; i++) {
    if (flat[i] === '\\' && (flat[i + 1] === '{' || flat[i + 1] === '}')) i++;
    else if (flat[i] === '{') open.push(i);
    else if (flat[i] === '}') {
      const start = open.pop();
      if (start !== undefined) closing[start] = i;
    }
  }
  return closing;
}
