import { Worker } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import { type Decoder, indexVocabulary } from '../../src/restore/list-candidates.ts';
import type { Vocabulary } from '../../src/restore/vocabulary.ts';
import type { Case } from './gather-candidate-spans.ts';
import { quantiseTable } from './quantise-tagger.ts';
import type { Plan } from './train-model.ts';
import { FOLDS, type Report } from './train-parts.ts';
import type { FloatTagger } from './train-tagger.ts';
import type { MainMessage, WorkerMessage, WorkerTask } from './worker.ts';

/** What the two workers train. */
interface Parts {
  readers: FloatTagger[];
  taggers: FloatTagger[];
  decoder: Decoder;
  vocabulary: Vocabulary;
  /** In the order of the folds. */
  cases: Case[];
}

/**
 * Trains readers, taggers and decoder in two workers.
 * @throws {Error} what a worker throws
 */
export function trainOnTwoCores(
  texts: string[],
  lexicon: Lexicon,
  plan: Plan,
  report: Report,
): Promise<Parts> {
  return new Promise((resolve, reject) => {
    const readers: FloatTagger[] = [];
    const taggers: FloatTagger[] = [];
    const cases: Case[][] = [];
    let learned: Pick<Parts, 'decoder' | 'vocabulary'> | undefined;
    const workers = [0, 1].map((index) => {
      const task: WorkerTask = {
        index,
        texts,
        lexicon,
        share: plan.readerShare,
        unit: plan.unit,
        prune: plan.prune,
        reader: { ...plan.reader, seed: plan.reader.seed + index },
        taggers: Array.from({ length: FOLDS / 2 }, (_, k) => {
          const fold = (index * FOLDS) / 2 + k;
          return { fold, plan: { ...plan.tagger, seed: plan.tagger.seed + fold } };
        }),
        decoder: index === 0 ? plan.decoder : null,
      };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: 6000 },
      });
      worker.on('error', reject);
      worker.on('message', (m: WorkerMessage) => {
        if (m.kind === 'progress') return report(m.text);
        if (m.kind === 'reader') {
          readers[index] = m.tagger;
          if (readers[0] && readers[1])
            send({ kind: 'readers', readers: [readers[0], readers[1]] });
        } else if (m.kind === 'decoder') learned = finishDecoder(m, plan);
        else if (m.kind === 'taggers') {
          taggers[index] = m.tagger;
          if (taggers[0] && taggers[1] && learned) send({ kind: 'decoder', ...learned });
        } else {
          cases[index] = m.cases;
          if (cases[0] && cases[1] && learned)
            resolve({ readers, taggers, ...learned, cases: cases.flat() });
        }
      });
      return worker;
    });
    const send = (message: MainMessage): void => {
      for (const worker of workers) worker.postMessage(message);
    };
  });
}

function finishDecoder(
  { vocabulary, weights }: { vocabulary: Vocabulary; weights: Float32Array },
  plan: Plan,
): Pick<Parts, 'decoder' | 'vocabulary'> {
  const decoder = {
    bits: plan.decoder.bits,
    unit: plan.decoderUnit,
    weights: quantiseTable(weights, plan.decoderUnit, plan.decoderPrune),
    ...indexVocabulary(vocabulary),
  };
  return { decoder, vocabulary };
}
