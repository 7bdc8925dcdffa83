import { createHash } from 'node:crypto';
import type { Volume } from '../archive/volumes.ts';
import { citationFormats, writeCitations } from '../export/citation-formats.ts';
import type { VolumeData } from '../export/data-schemas.ts';
import { openRecords } from '../records/open-records.ts';
import { getRenderingVersion } from '../records/rendering-version.ts';
import { digest } from '../records/text-digest.ts';
import { absoluteUrl, volumeUrl } from '../urls.ts';
import { citePaper } from './export-papers.ts';
import { once } from './once.ts';
import { writePaperLines } from './paper-files.ts';
import type { PaperView } from './papers.ts';
import { getVolumes } from './volumes.ts';

/** The most bytes of a file of all papers. Of formats that need more, each volume has a file. */
const mostBytes = 8_000_000;

/** Formats of which there is a file of all papers as long as it is small enough, by extension. */
const writers: Readonly<Record<string, (papers: readonly PaperView[]) => Iterable<string>>> = {
  jsonl: writePaperLines,
  ...Object.fromEntries(
    citationFormats.map((format) => [
      format.extension,
      (papers: readonly PaperView[]) => [writeCitations(format, papers.map(citePaper))],
    ]),
  ),
};

/** What is known of the file of a volume once it was written. */
interface WrittenFile {
  /** A digest of all that it depends on. */
  key: string;
  bytes: number;
  sha256: string;
}

type PaperVolume = Volume<PaperView>;

/** The extensions of formats of which each volume has a file of its own. */
export const getDividedFormats = once(async (): Promise<ReadonlySet<string>> => {
  const volumes = await getVolumes();
  return new Set(
    Object.keys(writers).filter((extension) => {
      let bytes = 0;
      return volumes.some((volume) => {
        bytes += measureVolume(extension, volume).bytes;
        return bytes > mostBytes;
      });
    }),
  );
});

/** The file of a volume, part by part; its size and digest are kept for the list of files and for later builds. */
export function* writeVolume(extension: string, volume: PaperVolume): Generator<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const text of writers[extension]?.(volume.papers) ?? []) {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    yield text;
  }
  const written: WrittenFile = {
    key: keyOf(extension, volume),
    bytes,
    sha256: hash.digest('hex'),
  };
  openRecords().write('volume', [[nameOf(extension, volume), written]]);
}

/** Size and digest of the file of a volume, which is written if they are not known. */
function measureVolume(extension: string, volume: PaperVolume): WrittenFile {
  const read = () => openRecords().read<WrittenFile>('volume', nameOf(extension, volume));
  const kept = read();
  if (kept?.key === keyOf(extension, volume) && getRenderingVersion() !== undefined) return kept;
  for (const _ of writeVolume(extension, volume));
  return read() as WrittenFile;
}

const nameOf = (extension: string, { number }: PaperVolume): string => `${number}.${extension}`;

const keyOf = (extension: string, { papers }: PaperVolume): string =>
  digest(getRenderingVersion(), extension, papers);

/** The list of the files of all papers as lines of JSON, a line for each volume. */
export const writeVolumeList = (volumes: readonly PaperVolume[]): string =>
  volumes
    .map((volume) => {
      const { number, papers, isClosed } = volume;
      const { bytes, sha256 } = measureVolume('jsonl', volume);
      const line: VolumeData = {
        ...{ volume: number, papers: papers.length, closed: isClosed },
        ...{ url: absoluteUrl(volumeUrl(number, 'jsonl')), bytes, sha256 },
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
