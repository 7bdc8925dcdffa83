import type { Archive } from '../../src/archive/archive.ts';
import { metadataName, seedLabel } from '../../src/capture/seed-name.ts';
import type { Fact } from '../../src/metadata/fact.ts';
import { parseFacts } from '../../src/metadata/parse-facts.ts';
import { readSeeds } from '../../src/store/read-seeds.ts';
import { checkRead, requireRegistered } from '../register-seeds.ts';

/** The archive with the facts of captures, and separately the facts of other sources. */
export interface ReadPapers {
  archive: Pick<Archive, 'papers' | 'retiredPapers'>;
  facts: Fact[];
  /** The text of the file of facts. */
  text: string;
}

/**
 * Reads a seeds folder, and keeps only the result in memory.
 * @throws {CaptureError} with every fault of every file, or because the ledger is incomplete
 */
export async function readPapers(folder: string): Promise<ReadPapers> {
  const seeds = await readSeeds(folder);
  const text = seeds.metadata ?? '';
  const { facts, problems } = parseFacts(seedLabel(metadataName), text);
  const sound = checkRead({
    ...seeds,
    metadata: undefined,
    problems: [...seeds.problems, ...problems],
  });
  requireRegistered(sound, {
    reason: 'facts are kept under the slugs in it',
    hint: 'run npm run build, or npm run seeds:add, first.',
  });
  const { papers, retiredPapers } = sound.archive;
  return { archive: { papers, retiredPapers }, facts: facts.map(({ line: _, ...f }) => f), text };
}
