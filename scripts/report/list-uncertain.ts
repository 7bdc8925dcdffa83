import { metadataName } from '../../src/capture/seed-name.ts';
import { parseFacts } from '../../src/metadata/parse-facts.ts';
import { candidatesOf } from '../enrich/papers-to-match.ts';

/** A record of a source that may be a paper of the archive; the maintainer has not decided yet. */
export interface UncertainMatch {
  /** Identity of the paper. */
  paper: string;
  /** Name of the source. */
  source: string;
  /** Id of the record: an arXiv id, a DOI, or a key. */
  id: string;
  /** Title of the record. */
  title?: string | undefined;
  /** Why it is uncertain. */
  reason?: string | undefined;
}

/** The open candidates among the lines of `metadata.jsonl`, which has no faults. */
export function listUncertain(text = ''): UncertainMatch[] {
  return candidatesOf(parseFacts(metadataName, text).facts)
    .filter(({ value }) => value.decision === 'open')
    .map(({ paper, source, value: { id, title, reason } }) => ({
      ...{ paper, source, id, title, reason },
    }));
}
