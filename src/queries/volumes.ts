import { getCollection } from 'astro:content';
import { listVolumes, type Volume } from '../archive/volumes.ts';
import { once } from './once.ts';
import { getPapers, type PaperView } from './papers.ts';

/** The volumes of the archive, oldest first. */
export const getVolumes = once(async (): Promise<readonly Volume<PaperView>[]> => {
  const [papers, permalinks] = await Promise.all([getPapers(), getCollection('permalinks')]);
  const removed = permalinks.filter(
    ({ id, data }) => data.state === 'gone' && id.startsWith('papers/'),
  );
  return listVolumes(papers.values(), papers.size + removed.length);
});
