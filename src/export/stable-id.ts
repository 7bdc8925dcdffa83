import { v5 } from 'uuid';

/**
 * The namespace of all ids of the archive: the version 5 UUID of `dayleaf.invalid` in the DNS namespace. If it
 * changed, feed readers would show every entry as new.
 */
const namespace = '747c722a-8308-53d4-936f-df4710c86fbb';

type Identified = 'paper' | 'day' | 'feed' | 'digest';

/**
 * Returns an id that does not depend on the host, a title or the archive's name.
 * @param name a paper's identity, an ISO date, the path of a feed without its ending
 * @example stableUuid('day', '2025-03-11') is the version 5 UUID of `day:2025-03-11`
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function stableUuid(kind: Identified, name: string): string {
  return v5(`${kind}:${name}`, namespace);
}

/** Returns the id as a URN, which feeds require: `urn:uuid:…`. */
export const stableUrn = (kind: Identified, name: string): string =>
  `urn:uuid:${stableUuid(kind, name)}`;
