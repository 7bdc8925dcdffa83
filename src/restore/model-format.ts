import type { Lexicon } from './lexicon.ts';
import { type Decoder, indexVocabulary } from './list-candidates.ts';
import { ModelError } from './model-error.ts';
import { packRows, unpackRows } from './pack-rows.ts';
import type { Reranker } from './rerank-spans.ts';
import type { Tagger } from './tag-tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Thresholds of belief (any text; a text of letters alone; such a text about systems rather than
 * theorems) and calibration, fitted after training. `reliability[k]`: how often a formula whose raw
 * belief lies in the k-th of equally wide bins is the author's.
 */
export interface Settings {
  threshold: number;
  lonelyThreshold: number;
  tradeThreshold: number;
  reliability: number[];
}
/** All that a restorer needs. */
export interface Model {
  lexicon: Lexicon;
  taggers: Tagger[];
  decoder: Decoder;
  reranker: Reranker;
  vocabulary: Vocabulary;
  settings: Settings;
}
/** First bytes of a model file. */
const MAGIC = 'DAYLEAF-MATH';
/** Version of the layout and of the features: a file of another version is refused. */
export const FORMAT_VERSION = 2;

interface Section {
  kind: string;
  bytes: number;
  [key: string]: unknown;
}

/**
 * Writes a model file (uncompressed; its tables are laid out so that brotli or gzip packs them
 * well).
 */
export function writeModel(model: Model): Uint8Array {
  const parts: { section: Section; bytes: Uint8Array }[] = [];
  const add = (kind: string, bytes: Uint8Array, rest: Record<string, unknown>): void => {
    parts.push({ section: { kind, bytes: bytes.length, ...rest }, bytes });
  };
  add('lexicon', model.lexicon.uses, { bits: model.lexicon.bits });
  for (const t of model.taggers)
    add('tagger', packRows(t.weights, 4), {
      bits: t.bits,
      unit: t.unit,
      hasReading: t.hasReading,
      transitions: [...t.transitions],
    });
  add('decoder', packRows(model.decoder.weights, 1), {
    bits: model.decoder.bits,
    unit: model.decoder.unit,
    visible: model.vocabulary.visible,
    hidden: model.vocabulary.hidden,
  });
  const reranked = new Uint8Array(model.reranker.weights.length * 2);
  const rerankerView = new DataView(reranked.buffer);
  model.reranker.weights.forEach((w, k) => {
    rerankerView.setInt16(k * 2, w, true);
  });
  add('judge', reranked, { bits: model.reranker.bits });
  const header = new TextEncoder().encode(
    JSON.stringify({ settings: model.settings, sections: parts.map((p) => p.section) }),
  );
  const magic = new TextEncoder().encode(MAGIC);
  const out = new Uint8Array(
    magic.length + 8 + header.length + parts.reduce((n, p) => n + p.bytes.length, 0),
  );
  out.set(magic);
  const view = new DataView(out.buffer);
  view.setUint32(magic.length, FORMAT_VERSION, true);
  view.setUint32(magic.length + 4, header.length, true);
  out.set(header, magic.length + 8);
  let at = magic.length + 8 + header.length;
  for (const p of parts) {
    out.set(p.bytes, at);
    at += p.bytes.length;
  }
  return out;
}

/**
 * Reads a model file's uncompressed bytes.
 * @throws ModelError when the bytes are no model, of another version, or cut short
 */
export function readModel(bytes: Uint8Array): Model {
  const head = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (head !== MAGIC)
    throw new ModelError(
      `model: the file starts with ${JSON.stringify(head.slice(0, 12))}, expected "${MAGIC}"; hint: decompress model.bin.br with brotli first`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < MAGIC.length + 8)
    throw new ModelError('model: the file ends within its header; fetch it again');
  const version = view.getUint32(MAGIC.length, true);
  if (version !== FORMAT_VERSION)
    throw new ModelError(
      `model: version ${version}, this code reads ${FORMAT_VERSION}; hint: npm run train`,
    );
  const headerLength = view.getUint32(MAGIC.length + 4, true);
  let at = MAGIC.length + 8 + headerLength;
  if (at > bytes.length)
    throw new ModelError('model: the file ends within its header; fetch it again');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(MAGIC.length + 8, at))) as {
    settings: Settings;
    sections: Section[];
  };
  const taggers: Tagger[] = [];
  let lexicon: Lexicon | undefined;
  let decoder: Decoder | undefined;
  let vocabulary: Vocabulary | undefined;
  let reranker: Reranker | undefined;
  for (const s of header.sections) {
    const part = bytes.subarray(at, at + s.bytes);
    at += s.bytes;
    if (at > bytes.length)
      throw new ModelError(
        `model: the file ends within its ${s.kind}: ${bytes.length} of ${at} bytes; fetch it again`,
      );
    const bits = s.bits as number;
    if (s.kind === 'lexicon') lexicon = { bits, uses: part };
    else if (s.kind === 'tagger')
      taggers.push({
        bits,
        unit: s.unit as number,
        hasReading: s.hasReading as boolean,
        weights: unpackRows(part, 1 << bits, 4),
        transitions: Int32Array.from(s.transitions as number[]),
      });
    else if (s.kind === 'judge') {
      const v = new DataView(part.buffer, part.byteOffset, part.byteLength);
      reranker = {
        bits,
        weights: Int16Array.from({ length: part.length >> 1 }, (_, k) => v.getInt16(k * 2, true)),
      };
    } else if (s.kind === 'decoder') {
      vocabulary = { visible: s.visible as string[], hidden: s.hidden as string[] };
      decoder = {
        bits,
        unit: s.unit as number,
        weights: unpackRows(part, 1 << bits, 1),
        ...indexVocabulary(vocabulary),
      };
    }
  }
  if (!lexicon || !decoder || !reranker || !vocabulary || taggers.length === 0)
    throw new ModelError(
      'model: a lexicon, a tagger, a decoder or a reranker is missing; hint: npm run train',
    );
  return { lexicon, taggers, decoder, reranker, vocabulary, settings: header.settings };
}
