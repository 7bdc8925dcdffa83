import { CODE } from './character-codes.ts';
import { type FormulaState, makeStep, meaningOf, STEP } from './formula-state.ts';
import {
  mayCloseHidden,
  mayEscape,
  mayOpenHidden,
  mayWriteCharacter,
  mayWriteCommand,
} from './legal-steps.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  closeHidden,
  openHidden,
  writeCharacter,
  writeCommand,
  writeEscape,
} from './write-step.ts';

/** The decoder: a log-linear model of steps (see `decodeFormula`) and its commands. */
export interface Decoder {
  /** The table has 2^bits weights, addressed by hashes of a context and a step. */
  bits: number;
  /** Weights × unit are scores in 1/64 of a natural logarithm. */
  unit: number;
  weights: Int8Array;
  /** By the code of the first letter, longest names first. */
  visible: Command[][];
  hidden: Command[];
}

/** Meaning of a removed `\name{` of any name. */
const OPEN_ANY = 0x3fffff;
const CLOSE = makeStep(STEP.close, 0);

/** A command of the vocabulary; `id` is its index there. */
export interface Command {
  name: string;
  id: number;
  meaning: number;
}
/** A legal next step: its kind, the character code or command, and its meaning for the model. */
export interface Candidate {
  kind: number;
  code: number;
  command: Command | null;
  meaning: number;
}

/** The commands of a vocabulary as the decoder looks them up. */
export function indexVocabulary(vocabulary: Vocabulary): {
  visible: Command[][];
  hidden: Command[];
} {
  const visible: Command[][] = Array.from({ length: 128 }, () => []);
  vocabulary.visible.forEach((name, id) => {
    visible[name.charCodeAt(0)].push({ name, id, meaning: meaningOf(name, STEP.vis) });
  });
  for (const list of visible)
    list.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  return {
    visible,
    hidden: vocabulary.hidden.map((name, id) => ({
      name,
      id,
      meaning: meaningOf(name, STEP.open),
    })),
  };
}

/** Every legal step after `s`; a removed `\name{` is one candidate, without its name. */
export function listCandidates(
  decoder: Pick<Decoder, 'visible'>,
  captured: string,
  s: FormulaState,
): Candidate[] {
  const list: Candidate[] = [];
  if (mayCloseHidden(s)) list.push({ kind: STEP.close, code: 0, command: null, meaning: CLOSE });
  if (s.at >= captured.length) return list;
  const c = captured.charCodeAt(s.at);
  const followsOpen = s.step >= makeStep(STEP.open, 0) && s.step !== CLOSE;
  if (c !== CODE.close && !followsOpen && mayOpenHidden(s))
    list.push({ kind: STEP.open, code: 0, command: null, meaning: OPEN_ANY });
  if (mayWriteCharacter(s, c)) list.push({ kind: STEP.lit, code: c, command: null, meaning: c });
  if (mayEscape(s, c))
    list.push({ kind: STEP.esc, code: c, command: null, meaning: makeStep(STEP.esc, c) });
  if (c < 128)
    for (const command of decoder.visible[c]) {
      if (captured.startsWith(command.name, s.at) && mayWriteCommand(s, command.name))
        list.push({ kind: STEP.vis, code: command.id, command, meaning: command.meaning });
    }
  return list;
}

/**
 * The state after a candidate.
 * @throws {Error} when a candidate of kind `open` has no command
 */
export function takeStep(s: FormulaState, candidate: Candidate): FormulaState {
  switch (candidate.kind) {
    case STEP.lit:
      return writeCharacter(s, candidate.code);
    case STEP.esc:
      return writeEscape(s, candidate.code);
    case STEP.vis:
      return writeCommand(s, candidate.command?.name ?? '', candidate.code, candidate.meaning);
    case STEP.open: {
      if (!candidate.command) throw new Error('A step that opens a hidden command has no command.');
      const { name, id, meaning } = candidate.command;
      return openHidden(s, name, id, meaning);
    }
    default:
      return closeHidden(s);
  }
}
