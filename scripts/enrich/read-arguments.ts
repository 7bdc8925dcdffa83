import { UsageError } from '../exit-on-fault.ts';
import { parseOptions } from '../parse-options.ts';

const usage = `npm run enrich -- FILE…
    takes authors, ids and venues from files: arXiv's metadata snapshot, answers of arXiv's API and of the
    Daily Papers API, BibTeX, RIS, CSL-JSON
npm run enrich -- --fetch
    asks arXiv's API about the papers of which it has not said anything yet
npm run enrich -- --accept SLUG ID
npm run enrich -- --refuse SLUG ID
    decides whether a record is a paper
npm run enrich -- --without SOURCE
    removes all that a source said

--source NAME names the bibliographies; otherwise their files do
--dry-run     writes nothing`;

/** What `npm run enrich` is asked to do. */
export interface EnrichArguments {
  files: string[];
  isFetch: boolean;
  isDryRun: boolean;
  decision?: { verdict: 'accepted' | 'refused'; slug: string; id: string };
  /** Names of sources that are left out. */
  without: string[];
  /** The name of the bibliographies among the files. */
  source?: string;
}

/**
 * Reads the arguments of the command.
 * @throws {UsageError} when they ask for nothing, or contradict each other
 */
export function readEnrichArguments(): EnrichArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { positionals, values } = parseOptions(
    {
      allowPositionals: true,
      options: {
        ...{ accept: text, refuse: text, source: text },
        without: { type: 'string', multiple: true, default: [] },
        ...{ fetch: flag, 'dry-run': flag },
      },
    },
    usage,
  );
  const { accept, refuse, without, source } = values;
  if (accept !== undefined && refuse !== undefined)
    throw new UsageError('It takes --accept or --refuse, not both.');
  const slug = accept ?? refuse;
  const [id, ...rest] = positionals;
  if (slug !== undefined && id === undefined)
    throw new UsageError(
      `--${accept === undefined ? 'refuse' : 'accept'} takes a slug and an id.\n\n${usage}`,
    );
  const files = slug === undefined ? positionals : rest;
  if (files.length === 0 && slug === undefined && !values.fetch && without.length === 0)
    throw new UsageError(usage);
  for (const name of [...without, ...(source === undefined ? [] : [source])])
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      throw new UsageError(`The name of a source has letters, digits and hyphens, not "${name}".`);
  const verdict = accept === undefined ? 'refused' : 'accepted';
  return {
    ...{ files, without, isFetch: values.fetch, isDryRun: values['dry-run'] },
    ...(slug !== undefined && id !== undefined && { decision: { verdict, slug, id } }),
    ...(source !== undefined && { source }),
  };
}
