import type { Link, PhrasingContent } from 'mdast';
import { commandToUnicode, composeAccent } from '../text/latex-accents.ts';
import { type FlatText, objectMark } from './flatten.ts';
import { abbreviations, emphasisCommands, plainCommands, strongCommands } from './latex-words.ts';
import { appendNodes } from './phrasing.ts';
import { markResidue } from './residue.ts';
import { TextCursor, type TextRule } from './text-cursor.ts';

/**
 * Cleans a paragraph for reading: LaTeX accents, quotes, dashes, escapes, emphasis and common macros
 * outside of formulas become what they print. No letter is lost: what no rule applies to stays, marked
 * as captured. Each position is read once, by the first rule that applies.
 */
export function cleanText(flat: FlatText): PhrasingContent[] {
  return markAllResidue(new TextCursor(flat, rules).readPart(0, flat.text.length));
}

const readPlain: TextRule = (cursor) => {
  const plain = /[^\\{`'~*\uFFFC-]+/y;
  plain.lastIndex = cursor.at;
  const run = plain.exec(cursor.flat)?.[0].slice(0, cursor.to - cursor.at);
  return run ? cursor.print(run, run.length) : false;
};

const readObject: TextRule = (cursor) =>
  cursor.flat[cursor.at] === objectMark && cursor.put([cursor.takeObject()], cursor.at + 1);

/** `\"i`, `\"{i}`, `{\"i}`, `\v{s}`, `{\v s}`, as far as R1 left them. */
const readAccent: TextRule = (cursor) => {
  const accent =
    cursor.match(/\{\\(["'`^~=.]|[cvuHkdbr](?=[\s{\\]))\s*\{?([a-zA-Z]|\\[ij])\}?\}/y) ??
    cursor.match(/\\(["'`^~=.])(?:\{([a-zA-Z]|\\[ij])\}|([a-zA-Z]|\\[ij](?![a-zA-Z])))/y) ??
    cursor.match(/\\([cvuHkdbr])(?:\{([a-zA-Z]|\\[ij])\}| ([a-zA-Z])(?=[a-z]))/y);
  const letter = accent && composeAccent(accent[1], accent[2] ?? accent[3]);
  return letter ? cursor.print(letter, accent[0].length) : false;
};

/** `\textbf{…}`, `{\it …}`, `\emph{…}`. */
const readFont: TextRule = (cursor) => {
  const font = cursor.match(/(\{?)\\([a-zA-Z]+)(\s*)/y);
  const kind = font && kindOfFont(font[2]);
  if (!kind || !cursor.canNest) return false;
  const [whole, brace, name, spaces] = font;
  const open = brace ? cursor.at : cursor.at + 1 + name.length;
  const end = cursor.flat[open] === '{' ? cursor.endOfGroup(open) : undefined;
  // A switch takes the spaces after it: `{\it x}`.
  const start = brace ? cursor.at + whole.length : open + 1;
  if (end === undefined || (!brace && spaces) || start > end) return false;
  const children = cursor.readPart(start, end);
  const isPlain = kind === 'plain' || children.length === 0;
  return cursor.put(isPlain ? children : [{ type: kind, children }], end + 1);
};

/** `\href{address}{text}` that R1 did not change. */
const readHref: TextRule = (cursor) => {
  const target = cursor.nextObject;
  const head = cursor.match(/\\href\{\uFFFC\}(?=\{)/y);
  const open = cursor.at + (head?.[0].length ?? 0);
  const end = head ? cursor.endOfGroup(open) : undefined;
  if (end === undefined || target?.type !== 'link' || !cursor.canNest) return false;
  cursor.takeObject();
  const children = cursor.readPart(open + 1, end) as Link['children'];
  return cursor.put([{ type: 'link', url: target.url, children }], end + 1);
};

/** `\ie`, `\alpha`, `{\alpha}`, `\LaTeX{}`: commands that print text. */
const readCommand: TextRule = (cursor) => {
  const command = cursor.match(/\\([a-zA-Z]+)(?:\{\})?/y) ?? cursor.match(/\{\\([a-zA-Z]+)\}/y);
  if (!command) return false;
  const [whole, name] = command;
  const printed = Object.hasOwn(abbreviations, name)
    ? abbreviations[name]
    : commandToUnicode(`\\${name}`);
  if (printed === undefined) return false;
  const hasOwnStop = printed.endsWith('.') && cursor.flat[cursor.at + whole.length] === '.';
  return cursor.print(printed, whole.length + (hasOwnStop ? 1 : 0));
};

/** `\%`, `\_`, `\,`: thin spaces are thin and unbreakable, corrections and break points print nothing. */
const readEscape: TextRule = (cursor) => {
  const character = cursor.match(/\\([%&#$_{}]|[,;: /!-])/y)?.[1];
  if (character === undefined) return false;
  if ('%&#$_{} '.includes(character)) return cursor.print(character, 2);
  return cursor.print(',;:'.includes(character) ? '\u202F' : '', 2);
};

const marks: Readonly<Record<string, string>> = { '``': '“', "''": '”', '--': '–', '---': '—' };

/** Quotes and dashes of LaTeX. */
const readMark: TextRule = (cursor) => {
  const mark = cursor.match(/``|''|-{2,}/y)?.[0];
  if (mark === undefined) return false;
  const before = cursor.flat.slice(Math.max(0, cursor.at - 1), cursor.at);
  // Some authors use the closing mark for both.
  const isOpening = mark === "''" && /^$|[\s(]/.test(before) && cursor.match(/''(?=\S)/y) !== null;
  return cursor.print(isOpening ? '“' : (marks[mark] ?? mark), mark.length);
};

const readSingleQuotes: TextRule = (cursor) => {
  const quoted = cursor.match(/`([^`'\s][^`']{0,80})'(?![a-zA-Z])/y);
  if (!quoted || !cursor.canNest) return false;
  const end = cursor.at + quoted[0].length;
  const children = cursor.readPart(cursor.at + 1, end - 1);
  return cursor.put([{ type: 'text', value: '‘' }, ...children, { type: 'text', value: '’' }], end);
};

/** `Table~1`, `et al.~[3]`: a no-break space; `~5%` and `3~5` have another meaning and stay. */
const readTie: TextRule = (cursor) => {
  const before = cursor.flat.slice(Math.max(0, cursor.at - 1), cursor.at);
  const isTie = /[\p{L}.,\])}]/u.test(before) && cursor.match(/~(?=[^\s~])/y) !== null;
  return isTie && cursor.print('\u00A0', 1);
};

/** `*two-stage*` and `**two-stage**`, as some authors write emphasis. */
const readStars: TextRule = (cursor) => {
  const starred = cursor.match(/(\*{1,2})(?=[^\s*])[^*]{1,200}?(?<=[^\s*])\1(?![\p{L}\p{N}*])/uy);
  const before = cursor.flat.slice(Math.max(0, cursor.at - 1), cursor.at);
  if (!starred || !cursor.canNest || !/^$|[\s(“‘"'—–-]/.test(before)) return false;
  const end = cursor.at + starred[0].length;
  const width = starred[1].length;
  const children = cursor.readPart(cursor.at + width, end - width);
  return cursor.put([{ type: width === 1 ? 'emphasis' : 'strong', children }], end);
};

const readCharacter: TextRule = (cursor) => cursor.print(cursor.flat[cursor.at], 1);

const rules: readonly TextRule[] = [
  ...[readPlain, readObject, readAccent, readFont, readHref, readCommand, readEscape],
  ...[readMark, readSingleQuotes, readTie, readStars, readCharacter],
];

function kindOfFont(command: string): 'strong' | 'emphasis' | 'plain' | undefined {
  if (strongCommands.has(command)) return 'strong';
  if (emphasisCommands.has(command)) return 'emphasis';
  return plainCommands.has(command) ? 'plain' : undefined;
}

/** Marks residue in complete texts: `\foo` and `{x}` may have been read by different rules. */
function markAllResidue(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const marked: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') appendNodes(marked, markResidue(node.value));
    else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link') {
      appendNodes(marked, [
        { ...node, children: markAllResidue(node.children) } as PhrasingContent,
      ]);
    } else appendNodes(marked, [node]);
  }
  return marked;
}
