import { commandToUnicode } from '../text/latex-accents.ts';
import { accent, bracket, doubleStrike, fraction, isBare, script } from './formula-pieces.ts';
import {
  accentCommands,
  faceCommands,
  operators,
  printed,
  silentCommands,
  textCommands,
} from './formula-tables.ts';
import { type Atom, joinAtoms } from './join-atoms.ts';

/** Deeper groups print nothing, which bounds the recursion. */
const maxDepth = 40;

/**
 * A formula as readable Unicode text, for where nothing can be typeset: `\epsilon` → ϵ,
 * `O(n^2)` → O(n²), `\mathbb{R}^{d\times k}` → ℝ^(d×k), `\frac{a+b}{2}` → (a+b)/2, `\sqrt{n}` → √n,
 * `\tilde{\mathcal{O}}(n\log n)` → Õ(n log n).
 */
export function formulaToText(latex: string): string {
  return new FormulaReader(latex).readUntil(undefined, false).trim().normalize('NFC');
}

/** Reads LaTeX from left to right; unknown commands print their names. */
class FormulaReader {
  readonly #tokens: string[];
  #at = 0;
  #depth = 0;

  constructor(latex: string) {
    this.#tokens = latex.match(/\\[a-zA-Z]+\*?|\\[^a-zA-Z]|\s+|:=|[^\\\s]/gu) ?? [];
  }

  /** The text up to a token, which is skipped, or to the end. */
  readUntil(end: string | undefined, isTight: boolean): string {
    const atoms: Atom[] = [];
    this.#depth++;
    while (this.#at < this.#tokens.length) {
      const isApart = this.#skipSpaces();
      const token = this.#tokens[this.#at];
      if (token === undefined) break;
      this.#at++;
      if (token === end) break;
      const atom = token === '}' || this.#depth > maxDepth ? '' : this.#readAtom(token, atoms);
      const read = typeof atom === 'string' ? { text: atom, kind: 'plain' as const } : atom;
      if (read.text !== '') atoms.push({ ...read, isApart });
    }
    this.#depth--;
    return joinAtoms(atoms, isTight);
  }

  #skipSpaces(): boolean {
    const start = this.#at;
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++;
    return this.#at > start;
  }

  /** What a token and its arguments print. */
  #readAtom(token: string, atoms: Atom[]): string | Omit<Atom, 'isApart'> {
    if (token === '{') return this.readUntil('}', false);
    if (token === '^' || token === '_') return this.#addScript(token, atoms);
    if (token === "'") return this.#append(atoms, '′');
    if (token === '~') return { text: ' ', kind: 'space' };
    if (token === '&') return ', ';
    if (!token.startsWith('\\')) return token;
    return this.#readCommand(token.slice(1).replace(/(.)\*$/, '$1'), atoms);
  }

  #readCommand(name: string, atoms: Atom[]): string | Omit<Atom, 'isApart'> {
    if (/^[,;:>! ]$|^q?quad$/.test(name)) return { text: name === '!' ? '' : ' ', kind: 'space' };
    if (name === '\\') return '; ';
    if (silentCommands.has(name)) return this.#dropDot();
    if (operators.has(name)) return { text: name.replace('bmod', 'mod'), kind: 'word' };
    if (name === 'operatorname') return { text: this.#readWords(), kind: 'word' };
    if (textCommands.has(name)) return this.#readWords();
    if (faceCommands.has(name)) return this.#readArgument();
    if (name === 'mathbb' || name === 'mathds') return doubleStrike(this.#readArgument());
    if (/^[dtc]?frac$/.test(name))
      return fraction(this.#readArgument(), this.#readArgument(), atoms.at(-1)?.text);
    if (/^[dt]?binom$/.test(name))
      return `(${this.#readArgument()} choose ${this.#readArgument()})`;
    if (name === 'sqrt') return this.#readRoot();
    if (name === 'pmod') return { text: `(mod ${this.#readArgument()})`, kind: 'word' };
    const mark = accentCommands.get(name);
    if (mark !== undefined) return accent(this.#readArgument(), mark);
    if (/^(?:overset|underset|stackrel)$/.test(name)) {
      const over = this.#readArgument(true);
      return this.#readArgument() + script(name === 'underset' ? '_' : '^', over);
    }
    if (/^(?:begin|end)$/.test(name)) return bracket(this.#readWords(), name === 'begin');
    if (/^(?:color|textcolor|hspace|vspace|label|phantom|hphantom|vphantom)$/.test(name)) {
      this.#readArgument();
      return '';
    }
    if (Object.hasOwn(printed, name)) return printed[name] ?? '';
    return commandToUnicode(`\\${name}`) ?? name;
  }

  /** The text of the next group or token. */
  #readArgument(isTight = false): string {
    this.#skipSpaces();
    const token = this.#tokens[this.#at];
    if (token === undefined || token === '}' || this.#depth > maxDepth) return '';
    this.#at++;
    if (token === '{') return this.readUntil('}', isTight);
    this.#depth++;
    const atom = this.#readAtom(token, []);
    this.#depth--;
    return typeof atom === 'string' ? atom : atom.text;
  }

  /** The text of an argument with its spaces. */
  #readWords(): string {
    this.#skipSpaces();
    if (this.#tokens[this.#at] !== '{') return this.#readArgument();
    let words = '';
    let open = 0;
    do {
      const token = this.#tokens[this.#at++] ?? '}';
      if (token === '{') open++;
      else if (token === '}') open--;
      else if (token !== '$') words += /^\\[^a-zA-Z]/.test(token) ? token.slice(1) : token;
    } while (open > 0 && this.#at < this.#tokens.length);
    return words.replace(/\s+/g, ' ');
  }

  #readRoot(): string {
    this.#skipSpaces();
    let degree = '';
    if (this.#tokens[this.#at] === '[') {
      this.#at++;
      degree = this.readUntil(']', true);
    }
    const sign = { '': '√', 2: '√', 3: '∛', 4: '∜' }[degree];
    const text = this.#readArgument();
    // A script after the root would be read as part of it.
    const isPlain = isBare(text) || /^\p{L}[₀-₉]+$/u.test(text);
    return `${sign ?? `${script('^', degree)}√`}${isPlain ? text : `(${text})`}`;
  }

  /** Skips the invisible bracket of `\left.`. */
  #dropDot(): string {
    const isBracket = /^\\(?:left|right|[bB]ig)/.test(this.#tokens[this.#at - 1] ?? '');
    if (isBracket && this.#tokens[this.#at] === '.') this.#at++;
    return '';
  }

  #addScript(mark: '^' | '_', atoms: Atom[]): string {
    const text = this.#readArgument(true);
    return this.#append(atoms, script(mark, text === '∘' ? '°' : text));
  }

  /** Adds to the last atom, whose kind stays. */
  #append(atoms: Atom[], text: string): string {
    const last = atoms.at(-1);
    if (!last || last.kind === 'space') return text;
    last.text += text;
    return '';
  }
}
