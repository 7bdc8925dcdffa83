import type { PhrasingContent } from 'mdast';
import type { FlatText } from './flatten.ts';
import { appendNodes } from './phrasing.ts';

/** Groups deeper than this are shown as captured: nobody wrote them, and recursion is bounded. */
const maxDepth = 12;

/** Reads something at the cursor and moves it, or leaves everything as it is and says `false`. */
export type TextRule = (cursor: TextCursor) => boolean;

/** A place in a flat text, and the nodes made of what lies before it. */
export class TextCursor {
  readonly flat: string;
  readonly objects: readonly PhrasingContent[];
  /** For each `{` the index of its `}`, 0 where there is none. */
  readonly closing: Int32Array;
  readonly #rules: readonly TextRule[];
  at = 0;
  /** Where the part that is being read ends. */
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

  /** Takes the next object, for the mark that is read now. */
  takeObject(): PhrasingContent {
    return this.objects[this.#nextObject++];
  }

  /** Matches a sticky pattern at `at`, within the part that is being read. */
  match(pattern: RegExp, at = this.at): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(this.flat);
    return found && at + found[0].length <= this.to ? found : null;
  }

  /** Appends what `length` characters at the cursor print. */
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

  /** Reads the part between two places with all rules, and gives its nodes. */
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

/** An escaped brace is a character, not the edge of a group. */
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
