import { type FormulaState, meaningOf, STEP } from './formula-state.ts';
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

/**
 * Decoder: int8 weights of (context, step) pairs under 2^bits hashes, scores in 1/64 after
 * multiplying by `unit`; commands by their first letter, longest first.
 */
export interface Decoder {
  bits: number;
  unit: number;
  weights: Int8Array;
  visible: Command[][];
  hidden: Command[];
}

const OPEN_ANY = 0x3fffff;
const CLOSE = STEP.close * 65536;

/** A command prepared for look-up. */
export interface Command {
  name: string;
  id: number;
  meaning: number;
}
/** A legal next step: its kind, the character or command, and the meaning it is reranked by. */
export interface Candidate {
  kind: number;
  code: number;
  command: Command | null;
  meaning: number;
}

/** Orders a vocabulary for look-up. */
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

/**
 * Every legal step after `s`; a swallowed `\name{` is one candidate, its name is reranked afterwards.
 */
export function listCandidates(
  decoder: Pick<Decoder, 'visible'>,
  captured: string,
  s: FormulaState,
): Candidate[] {
  const list: Candidate[] = [];
  if (mayCloseHidden(s)) list.push({ kind: STEP.close, code: 0, command: null, meaning: CLOSE });
  if (s.at >= captured.length) return list;
  const c = captured.charCodeAt(s.at);
  if (
    (c !== 125 && mayOpenHidden(s) && s.step < STEP.open * 65536) ||
    (s.step === CLOSE && c !== 125 && mayOpenHidden(s))
  )
    list.push({ kind: STEP.open, code: 0, command: null, meaning: OPEN_ANY });
  if (mayWriteCharacter(s, c)) list.push({ kind: STEP.lit, code: c, command: null, meaning: c });
  if (mayEscape(s, c)) list.push({ kind: STEP.esc, code: c, command: null, meaning: 65536 + c });
  if (c < 128)
    for (const command of decoder.visible[c]) {
      if (captured.startsWith(command.name, s.at) && mayWriteCommand(s, command.name))
        list.push({ kind: STEP.vis, code: command.id, command, meaning: command.meaning });
    }
  return list;
}

/** The state after a candidate; an `open` needs its command. */
export function takeStep(s: FormulaState, candidate: Candidate): FormulaState {
  switch (candidate.kind) {
    case STEP.lit:
      return writeCharacter(s, candidate.code);
    case STEP.esc:
      return writeEscape(s, candidate.code);
    case STEP.vis:
      return writeCommand(s, candidate.command?.name ?? '', candidate.code, candidate.meaning);
    case STEP.open: {
      if (!candidate.command) throw new Error('a hidden command without its name');
      const { name, id, meaning } = candidate.command;
      return openHidden(s, name, id, meaning);
    }
    default:
      return closeHidden(s);
  }
}
