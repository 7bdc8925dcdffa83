import { v5 } from 'uuid';

/**
 * The namespace of all ids that the archive gives out: the UUID, version 5, of `dayleaf.invalid` among
 * the names of hosts. Changed, every feed reader would show everything as new.
 */
const namespace = '747c722a-8308-53d4-936f-df4710c86fbb';

/** What has an id of its own: a name from the ledger, or the name of a feed. */
type Identified = 'paper' | 'day' | 'feed' | 'digest';

/**
 * An id that never changes, whatever the host, the title or the archive's name do.
 * @param name a paper's identity, an ISO date, the path of a feed without its ending
 * @example stableUuid('day', '2025-03-11') → the UUID, version 5, of `day:2025-03-11`
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function stableUuid(kind: Identified, name: string): string {
  return v5(`${kind}:${name}`, namespace);
}

/** The same as a URN, as feeds want it: `urn:uuid:…`. */
export const stableUrn = (kind: Identified, name: string): string =>
  `urn:uuid:${stableUuid(kind, name)}`;
