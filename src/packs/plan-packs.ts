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

/** A pack of papers is full with this many. */
const papersPerPack = 200;
/** Other packs are full with this many bytes. */
const bytesPerPack = 1_000_000;
/** Number of the latest days in the core, with other days in their packs. */
const daysAtOnce = 3;

const assets = /^(_astro\/|pagefind\/(pagefind(-worker)?\.js|wasm\.)|.*\.(png|svg|ico)$)/;
const shell =
  /^(index\.html|404\.html|manifest\.webmanifest|opensearch\.xml|(about|saved|search|offline|guide(\/[^/]+)?)\/index\.html|search\/guide\.json|pagefind\/(pagefind-entry\.json|filter\/.*))$/;
const ofSegment = /^(?:pagefind|search)\/(segments\/[^/]+\/|)/;

/**
 * Divides a site into packs, so that a new day changes few of them: papers, each with its fragment of the search index,
 * are in the order of their first days, and a full pack of them never changes; the pages of the days of a month, which
 * show its calendar, are one pack; segments of the search index share no packs. The same files give the same plan.
 */
export function planPacks(site: readonly SiteFile[], papers: SitePapers): PlannedPack[] {
  const files = inOrder(site, ({ path }) => path);
  const undated = files.filter(({ path }) => dayOf(path, papers) === undefined);
  const take = (test: (path: string) => boolean): SiteFile[] =>
    undated.filter(({ path }) => test(path));
  const rest = take((path) => !assets.test(path) && !shell.test(path));
  return [
    planWhole(
      take((path) => assets.test(path)),
      true,
    ),
    planWhole(
      take((path) => shell.test(path) && !assets.test(path)),
      true,
    ),
    ...planDated(files, papers),
    ...joinSeries([...Map.groupBy(rest, ({ path }) => kindOf(path)).values()]).map((group) =>
      planWhole(group, false),
    ),
  ].filter((pack) => pack.files.length > 0);
}

interface DatedFile extends SiteFile {
  day: string;
}

/** The packs of papers, and those of days; the latest are part of the core. */
function planDated(files: readonly SiteFile[], papers: SitePapers): PlannedPack[] {
  const dated = files.flatMap((file): DatedFile[] => {
    const day = dayOf(file.path, papers);
    return day === undefined ? [] : [{ ...file, day }];
  });
  const isOfDay = ({ path }: SiteFile): boolean => path.startsWith('days/');
  const days = inOrder(dated.filter(isOfDay), ({ day }) => day);
  const ofPapers = inOrder(
    dated.filter((file) => !isOfDay(file)),
    ({ day, path }) => {
      const slug = papers.fragments.get(path);
      // The fragment of a paper follows its page, with which it compresses well.
      return `${day} ${slug === undefined ? path : `papers/${slug}/~`}`;
    },
  );
  const byDay = [...Map.groupBy(ofPapers, ({ day }) => day).values()];
  const countPapers = (group: readonly SiteFile[]): number => group.filter(isPaper).length;
  return [
    ...planLatest(closeGroups(byDay, countPapers, papersPerPack).map((group) => group.flat())),
    ...planLatest([...Map.groupBy(days, ({ day }) => day.slice(0, 7)).values()]),
  ];
}

/** Packs of files, oldest first, of which the core has those of the latest days. */
function planLatest(groups: readonly DatedFile[][]): PlannedPack[] {
  const days = groups.map((files) => new Set(files.map(({ day }) => day)).size);
  return groups.map((files, i) => {
    const newer = days.slice(i + 1).reduce((sum, count) => sum + count, 0);
    return planWhole(files, newer < daysAtOnce);
  });
}

/** The day that a file is packed with, if any. */
function dayOf(path: string, { firstDays, fragments }: SitePapers): string | undefined {
  const slug = fragments.get(path) ?? /^papers\/([^/]+?)(\/|\.[a-z]+$)/.exec(path)?.[1];
  if (slug !== undefined) return firstDays.get(slug);
  return /^days\/(\d{4}-\d\d-\d\d)[/.]/.exec(path)?.[1];
}

/**
 * The kind of a file: `months/2025-03/index.html`, `months/2025-03.bib` → `months`. A segment of the search index is a
 * kind, so that a pack has files of one segment only.
 */
const kindOf = (path: string): string =>
  ofSegment.exec(path)?.[1] ?? path.replace(/\/index\.html$/, '').replace(/\/?[^/]*$/, '');

/** Items in the order of their keys; items with equal keys stay in their order. */
const inOrder = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);

const isPaper = ({ path }: SiteFile): boolean => /^papers\/[^/]+\/index\.html$/.test(path);

function planWhole(files: readonly SiteFile[], isCore: boolean): PlannedPack {
  return { isCore, files: files.map(({ path }) => path), papers: files.filter(isPaper).length };
}

/** Packs of files of one kind; small kinds share packs. */
function joinSeries(series: readonly SiteFile[][]): SiteFile[][] {
  const size = (files: readonly SiteFile[]): number =>
    files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const large = series.filter((files) => size(files) >= bytesPerPack / 4);
  const small = series.filter((files) => size(files) < bytesPerPack / 4).flat();
  return [...large, small].flatMap(closeBySize);
}

const closeBySize = (files: readonly SiteFile[]): SiteFile[][] =>
  closeGroups(files, ({ sizeBytes }) => sizeBytes, bytesPerPack);

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
