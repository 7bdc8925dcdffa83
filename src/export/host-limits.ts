/** A file of the site. */
export interface HostedFile {
  /** Path in the site: `papers/x/index.html`. */
  path: string;
  sizeBytes: number;
}

/** What a host accepts of a site; limits that it does not have are absent. */
interface Host {
  name: string;
  /** Files of a site. */
  files?: number;
  /** Bytes of a site. */
  siteBytes?: number;
  /** Bytes of a file. */
  fileBytes?: number;
  /** Files of a folder, without those of its folders. */
  folderFiles?: number;
}

const mebibyte = 1024 * 1024;

/**
 * The limits of common hosts, as of November 2026.
 * @see https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 * @see https://developers.cloudflare.com/pages/platform/limits/
 * @see https://docs.netlify.com/site-deploys/overview (Files per directory limit)
 */
const hosts: readonly Host[] = [
  { name: 'GitHub Pages', siteBytes: 1e9 },
  { name: 'Cloudflare Pages, free', files: 20_000, fileBytes: 25 * mebibyte },
  { name: 'Cloudflare Pages, paid', files: 100_000, fileBytes: 25 * mebibyte },
  { name: 'Netlify', folderFiles: 54_000 },
];

/** The share of a limit from which a site is near to it. */
const nearShare = 0.8;

/** Parts of a site that it can do without, and how they are left out. */
const parts: readonly { pattern: RegExp; advice: string }[] = [
  { pattern: /^papers\/[^/]+\.md$/, advice: 'paperMarkdown: false in src/site.ts leaves out' },
  {
    pattern: /^offline\//,
    advice: 'a host that is never read offline needs no offline/ and sw.js:',
  },
];

/**
 * Returns lines that name the limits of hosts that a site is near to or exceeds, and what can be left out. There are
 * none if it is small enough for all of them.
 */
export function describeHostLimits(files: readonly HostedFile[]): string[] {
  const folders = Map.groupBy(files, ({ path }) => path.slice(0, path.lastIndexOf('/') + 1));
  const largest = files.reduce((max, file) => (file.sizeBytes > max.sizeBytes ? file : max), {
    ...{ path: '', sizeBytes: 0 },
  });
  const fullest = [...folders].reduce(
    (max, of) => (of[1].length > max[1].length ? of : max),
    ['', [] as HostedFile[]],
  );
  const siteBytes = sumBytes(files);
  const limits = hosts.flatMap((host) => [
    { host, limit: host.siteBytes, value: siteBytes, what: 'of files', write: megabytes },
    { host, limit: host.files, value: files.length, what: 'files', write: integer },
    {
      ...{ host, limit: host.fileBytes, value: largest.sizeBytes },
      ...{ what: `in ${largest.path}`, write: megabytes },
    },
    {
      ...{ host, limit: host.folderFiles, value: fullest[1].length },
      ...{ what: `files in ${fullest[0]}`, write: integer },
    },
  ]);
  const reached = limits.flatMap(({ host, limit, value, what, write }) =>
    limit === undefined || value < nearShare * limit
      ? []
      : [
          `  ${host.name}: ${write(value)} ${what}, ${value > limit ? 'more than' : 'near'} the limit of ${write(limit)}`,
        ],
  );
  if (reached.length === 0) return [];
  const advice = parts.flatMap(({ pattern, advice }) => {
    const own = files.filter(({ path }) => pattern.test(path));
    const count = `${integer(own.length)} ${own.length === 1 ? 'file' : 'files'}`;
    return own.length === 0 ? [] : [`  ${advice} ${count}, ${megabytes(sumBytes(own))}`];
  });
  return ['note: the site reaches limits of hosts:', ...reached, ...advice];
}

const sumBytes = (files: readonly HostedFile[]): number =>
  files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
const integer = (value: number): string => value.toLocaleString('en');
const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
