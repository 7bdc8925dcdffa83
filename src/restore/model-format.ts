import type { Lexicon } from './lexicon.ts';
import { type Decoder, indexVocabulary } from './list-candidates.ts';
import { ModelError, packRows, unpackRows } from './pack-rows.ts';
import type { Reranker } from './rerank-spans.ts';
import type { Tagger } from './tag-tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is set after training. */
export interface Settings {
  /** Probability from which a span becomes a formula. */
  threshold: number;
  /** The same in texts whose likely formulas are all single letters, numbers or words. */
  lonelyThreshold: number;
  /** The same in such texts that are on systems rather than on theorems. */
  tradeThreshold: number;
  /**
   * Calibration: for equally wide bins of the uncalibrated probability, how often a formula is
   * exactly the author's.
   */
  reliability: number[];
}
/** Everything a restorer needs. */
export interface Model {
  lexicon: Lexicon;
  /** The first reads a text alone, the second with the first reading. */
  taggers: Tagger[];
  decoder: Decoder;
  reranker: Reranker;
  vocabulary: Vocabulary;
  settings: Settings;
}
/** First bytes of a model file. */
const MAGIC = 'DAYLEAF-MATH';
/** Version of the layout and the features; files of other versions are rejected. */
export const FORMAT_VERSION = 2;
/** Bytes before the header: magic, version and length of the header. */
const PREFIX = MAGIC.length + 8;

/** A part of a model file. The kind `judge` is the reranker. */
type Section = { bytes: number } & (
  | { kind: 'lexicon' | 'judge'; bits: number }
  | { kind: 'tagger'; bits: number; unit: number; hasReading: boolean; transitions: number[] }
  | ({ kind: 'decoder'; bits: number; unit: number } & Vocabulary)
);

/**
 * The bytes of a model file: `MAGIC`, version and length of the header (uint32, little-endian), the
 * header as JSON, and the sections that it lists. Its tables are arranged so that brotli compresses
 * them well.
 */
export function writeModel(model: Model): Uint8Array {
  const { lexicon, taggers, decoder, reranker, vocabulary, settings } = model;
  const sections: Section[] = [];
  const parts: Uint8Array[] = [];
  // The order of the fields is part of the file.
  const add = (kind: Section['kind'], bytes: Uint8Array, rest: object): void => {
    sections.push({ kind, bytes: bytes.length, ...rest } as Section);
    parts.push(bytes);
  };
  add('lexicon', lexicon.uses, { bits: lexicon.bits });
  for (const { bits, unit, hasReading, weights, transitions } of taggers)
    add('tagger', packRows(weights, 4), {
      bits,
      unit,
      hasReading,
      transitions: [...transitions],
    });
  const { bits, unit, weights } = decoder;
  add('decoder', packRows(weights, 1), { bits, unit, ...vocabulary });
  const scores = new DataView(new ArrayBuffer(reranker.weights.length * 2));
  reranker.weights.forEach((w, k) => {
    scores.setInt16(k * 2, w, true);
  });
  add('judge', new Uint8Array(scores.buffer), { bits: reranker.bits });
  const header = new TextEncoder().encode(JSON.stringify({ settings, sections }));
  const prefix = new Uint8Array(PREFIX);
  prefix.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(prefix.buffer);
  view.setUint32(MAGIC.length, FORMAT_VERSION, true);
  view.setUint32(MAGIC.length + 4, header.length, true);
  return Buffer.concat([prefix, header, ...parts]);
}

/**
 * The model in the bytes of a model file.
 * @throws {ModelError} when they are not a model file, of another version, or incomplete
 */
export function readModel(bytes: Uint8Array): Model {
  const head = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (head !== MAGIC)
    throw new ModelError(
      `model: the file starts with ${JSON.stringify(head)}, expected "${MAGIC}"; hint: decompress model.bin.br with brotli first`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isComplete = bytes.length >= PREFIX;
  const version = isComplete ? view.getUint32(MAGIC.length, true) : FORMAT_VERSION;
  if (version !== FORMAT_VERSION)
    throw new ModelError(
      `model: version ${version}, this code reads ${FORMAT_VERSION}; hint: npm run train`,
    );
  let at = isComplete ? PREFIX + view.getUint32(MAGIC.length + 4, true) : Infinity;
  if (at > bytes.length)
    throw new ModelError('model: the file ends within its header; fetch it again');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, at))) as {
    settings: Settings;
    sections: Section[];
  };
  const model: Partial<Model> & Pick<Model, 'taggers' | 'settings'> = {
    taggers: [],
    settings: header.settings,
  };
  for (const section of header.sections) {
    const part = bytes.subarray(at, at + section.bytes);
    at += section.bytes;
    if (at > bytes.length)
      throw new ModelError(
        `model: the file ends within its ${section.kind}: ${bytes.length} of ${at} bytes; fetch it again`,
      );
    readSection(model, section, part);
  }
  const { lexicon, decoder, reranker, vocabulary } = model;
  if (!lexicon || !decoder || !reranker || !vocabulary || model.taggers.length === 0)
    throw new ModelError(
      'model: a lexicon, a tagger, a decoder or a reranker is missing; hint: npm run train',
    );
  return { ...model, lexicon, decoder, reranker, vocabulary };
}

function readSection(
  model: Partial<Model> & Pick<Model, 'taggers'>,
  section: Section,
  part: Uint8Array,
): void {
  const { bits } = section;
  if (section.kind === 'lexicon') model.lexicon = { bits, uses: part };
  else if (section.kind === 'tagger') {
    const { unit, hasReading } = section;
    const weights = unpackRows(part, 1 << bits, 4);
    const transitions = Int32Array.from(section.transitions);
    model.taggers.push({ bits, unit, hasReading, weights, transitions });
  } else if (section.kind === 'judge') {
    const scores = new DataView(part.buffer, part.byteOffset, part.byteLength);
    const get = (_: unknown, k: number): number => scores.getInt16(k * 2, true);
    model.reranker = { bits, weights: Int16Array.from({ length: part.length >> 1 }, get) };
  } else if (section.kind === 'decoder') {
    const { unit, visible, hidden } = section;
    model.vocabulary = { visible, hidden };
    const weights = unpackRows(part, 1 << bits, 1);
    model.decoder = { bits, unit, weights, ...indexVocabulary(model.vocabulary) };
  }
}
