import type { Wording } from '../archive/archive.ts';
import { findLinks, type Link } from '../archive/find-links.ts';
import { hasFormula } from '../render/to-markdown.ts';
import type { Restorer } from '../restore/create-restorer.ts';
import { proveSegments } from '../restore/prove.ts';
import type { Segment } from '../restore/segments.ts';

/** A wording with its mathematics restored, each restoration proven. */
export interface RestoredWording {
  title: Segment[];
  abstract: Segment[];
  hasMath: boolean;
  links: Omit<Link, 'start' | 'end'>[];
}

/** Restores one wording; what the channel does not prove stays as captured. */
export function restoreWording({ title, abstract }: Wording, restorer: Restorer): RestoredWording {
  const titleSegments = proveSegments(title, restorer.restore(title));
  const abstractSegments = proveSegments(abstract, restorer.restore(abstract));
  return {
    title: titleSegments,
    abstract: abstractSegments,
    hasMath: hasFormula(titleSegments) || hasFormula(abstractSegments),
    links: uniqueLinks(findLinks(abstract)),
  };
}

function uniqueLinks(links: readonly Link[]): RestoredWording['links'] {
  const byUrl = new Map(links.map(({ url, label, kind }) => [url, { url, label, kind }]));
  return [...byUrl.values()];
}
