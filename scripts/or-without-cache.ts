import { removeStore } from '../src/records/record-store.ts';
import { isDamage } from '../src/records/stored-value.ts';
import { cacheFolder } from '../src/store/locations.ts';

/** Runs something; if the record store in the cache is damaged, removes it and runs it once more. */
export async function orWithoutCache<Result>(
  attempt: () => Promise<Result>,
  print: (line: string) => void,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!isDamage(error)) throw error;
    print('note: the cache of earlier builds is damaged: everything is built again.');
    removeStore(cacheFolder());
    return await attempt();
  }
}
