import type { Volume } from '../archive/volumes.ts';
import { site } from '../site.ts';
import { keyPaths } from './keyed-paths.ts';
import { writePaperLines } from './paper-files.ts';
import { getPapers, type PaperView } from './papers.ts';
import { getDividedFormats, writeVolume, writeVolumeList } from './volume-files.ts';
import { getVolumes } from './volumes.ts';

/** What a file of lines has: all papers, those of a volume, or a list of volumes. */
export type LinesFile =
  | { papers: PaperView[] }
  | { volume: Volume<PaperView> }
  | { volumes: readonly Volume<PaperView>[] };

/** The routes of `/api/papers.jsonl` and of the files that it lists, which come first: it has their digests. */
export async function getPaperLinesPaths() {
  const [papers, volumes, divided] = await Promise.all([
    getPapers(),
    getVolumes(),
    getDividedFormats(),
  ]);
  const path = { folder: 'api', name: 'papers' };
  if (!divided.has('jsonl'))
    return keyPaths<typeof path, LinesFile>([[path, { papers: [...papers.values()] }]]);
  return keyPaths<typeof path, LinesFile>([
    ...volumes.map(
      (volume) => [{ folder: 'volumes', name: String(volume.number) }, { volume }] as const,
    ),
    [path, { volumes }],
  ]);
}

/** The text of a file of lines, or its parts. */
export function writeLinesFile(file: LinesFile): string | Generator<string> {
  if ('papers' in file) return writePaperLines(file.papers);
  if ('volume' in file) return writeVolume('jsonl', file.volume);
  return writeVolumeList(file.volumes);
}

/** The props of a Markdown file. */
export interface MarkdownFileProps {
  papers: PaperView[];
}

/** The route of the Markdown of each volume. */
export async function getVolumeMarkdownPaths() {
  return keyPaths<{ number: string }, MarkdownFileProps>(
    (await getVolumes()).map(({ number, papers }) => [{ number: String(number) }, { papers }]),
  );
}

/**
 * The route of each paper's Markdown; none unless the maintainer has turned it on. A former slug has the same
 * document, so that links to it keep working; its front matter gives the present address.
 */
export async function getPaperMarkdownPaths() {
  const papers = site.paperMarkdown ? [...(await getPapers()).values()] : [];
  return keyPaths(
    papers.flatMap((paper) =>
      [paper.slug, ...paper.formerSlugs].map((slug) => [{ slug }, { paper }] as const),
    ),
  );
}
