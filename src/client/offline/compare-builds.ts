import { showNewPapers } from './new-papers-line.ts';
import { openOwnStore } from './own-store.ts';
import { readBuild } from './read-build.ts';

/** A page that the browser kept as it was, and shows again, may be old by now: then it says so. */
export async function compareBuilds(): Promise<void> {
  const own = await readBuild();
  const newest = (await openOwnStore().readBuilds()).at(-1)?.build;
  if (own && newest && own !== newest) showNewPapers();
}
