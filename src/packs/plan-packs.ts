/** A file of the site. */
export interface SiteFile {
  /** Path in the site: `papers/x/index.html`. */
  path: string;
  sizeBytes: number;
}

/** The papers of a site. */
export interface SitePapers {
  /** The first day of each paper by slug, as an ISO date. */
  firstDays: ReadonlyMap<string, string>;
  /** The slug that a fragment of Pagefind's index belongs to, by path of the fragment. */
  fragments: ReadonlyMap<string, string>;
}

/** The files of a pack. */
export interface PlannedPack {
  /** Whether it is downloaded on the first visit. */
  isCore: boolean;
  files: string[];
  /** Number of paper pages. */
  papers: number;
}

/** A pack of days is full with this many papers. */
const papersPerPack = 200;
/** Other packs are full with this many bytes. */
const bytesPerPack = 2_000_000;
/** Number of the latest days in the core, with other days in their packs. */
const daysAtOnce = 3;

const assets = /^(_astro\/|pagefind\/(pagefind(-worker)?\.js|wasm\.)|.*\.(png|svg|ico)$)/;
const shell =
  /^(index\.html|404\.html|manifest\.webmanifest|opensearch\.xml|(about|saved|search|offline|guide(\/[^/]+)?)\/index\.html|search\/guide\.json|pagefind\/(pagefind-entry\.json|filter\/.*))$/;

/**
 * The kind of a file: `months/2025-03/index.html`, `months/2025-03.bib` → `months`. A segment of the search index is a
 * kind, so that a pack has files of one segment only.
 */
const kindOf = (path: string): string =>
  /^(?:pagefind|search)\/(segments\/[^/]+\/|)/.exec(path)?.[1] ??
  path.replace(/\/index\.html$/, '').replace(/\/?[^/]*$/, '');

/**
 * Divides a site into packs, so that a new day changes few of them: papers are packed with their first day, days in
 * their order, and a full pack never changes. Files that change with each build (the shell, the search index) are
 * separate from the others. The same files give the same plan.
 */
export function planPacks(site: readonly SiteFile[], papers: SitePapers): PlannedPack[] {
  const files = [...site].sort((a, b) => (a.path < b.path ? -1 : 1));
  const isDated = ({ path }: SiteFile): boolean => dayOf(path, papers) !== undefined;
  const dated = groupDays(files.filter(isDated), papers);
  const others = files.filter((file) => !isDated(file));
  const take = (test: (path: string) => boolean): SiteFile[] =>
    others.filter(({ path }) => test(path));
  const rest = take((path) => !assets.test(path) && !shell.test(path));
  const series = Map.groupBy(rest, ({ path }) => kindOf(path));
  return [
    planWhole(
      take((path) => assets.test(path)),
      true,
    ),
    planWhole(
      take((path) => shell.test(path) && !assets.test(path)),
      true,
    ),
    ...planDays(dated),
    ...joinSeries([...series.values()]).map((group) => planWhole(group, false)),
  ].filter((pack) => pack.files.length > 0);
}

/** The day that a file is packed with, if any. */
function dayOf(path: string, { firstDays, fragments }: SitePapers): string | undefined {
  const slug = fragments.get(path) ?? /^papers\/([^/]+?)(\/|\.[a-z]+$)/.exec(path)?.[1];
  if (slug !== undefined) return firstDays.get(slug);
  return /^days\/(\d{4}-\d\d-\d\d)[/.]/.exec(path)?.[1];
}

interface DayFiles {
  day: string;
  files: SiteFile[];
}

/** The files of each day, oldest first; the page of a paper is followed by its fragment of the search index. */
function groupDays(files: readonly SiteFile[], papers: SitePapers): DayFiles[] {
  const key = ({ path }: SiteFile): string => {
    const slug = papers.fragments.get(path);
    return slug === undefined ? path : `papers/${slug}/~${path}`;
  };
  const sorted = [...files].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return [...Map.groupBy(sorted, ({ path }) => dayOf(path, papers) ?? '')]
    .map(([day, ofDay]) => ({ day, files: ofDay }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const isPaper = ({ path }: SiteFile): boolean => /^papers\/[^/]+\/index\.html$/.test(path);

/** Packs of days; the latest are part of the core. */
function planDays(days: readonly DayFiles[]): PlannedPack[] {
  const groups = closeGroups(days, ({ files }) => files.filter(isPaper).length, papersPerPack);
  let newer = 0;
  const isCore = groups.map(() => false);
  for (let i = groups.length - 1; i >= 0 && newer < daysAtOnce; i--) {
    isCore[i] = true;
    newer += groups[i]?.length ?? 0;
  }
  return groups.map((group, i) =>
    planWhole(
      group.flatMap((day) => day.files),
      isCore[i] ?? false,
    ),
  );
}

function planWhole(files: readonly SiteFile[], isCore: boolean): PlannedPack {
  return { isCore, files: files.map(({ path }) => path), papers: files.filter(isPaper).length };
}

/** Packs of files of one kind; small kinds share packs. */
function joinSeries(series: readonly SiteFile[][]): SiteFile[][] {
  const size = (files: readonly SiteFile[]): number =>
    files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const large = series.filter((files) => size(files) >= bytesPerPack / 4);
  const small = series.filter((files) => size(files) < bytesPerPack / 4).flat();
  return [...large, small].flatMap((files) =>
    closeGroups(files, ({ sizeBytes }) => sizeBytes, bytesPerPack),
  );
}

/** Divides items into groups, each of which is closed when it is full. */
function closeGroups<T>(items: readonly T[], measure: (item: T) => number, full: number): T[][] {
  const groups: T[][] = [];
  let sum = full;
  for (const item of items) {
    if (sum >= full) {
      groups.push([]);
      sum = 0;
    }
    groups.at(-1)?.push(item);
    sum += measure(item);
  }
  return groups;
}
