import { z } from 'zod';

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

const candidate = z.object({
  paper: z.string(),
  source: z.string(),
  field: z.literal('candidate'),
  value: z.object({
    id: z.string(),
    decision: z.literal('open'),
    title: z.string().optional(),
    reason: z.string().optional(),
  }),
});

/** The open candidates among the lines of `metadata.jsonl`, which has no faults. */
export function listUncertain(text = ''): UncertainMatch[] {
  return text
    .split('\n')
    .filter((line) => line.includes('"candidate"'))
    .flatMap((line) => {
      const { data } = candidate.safeParse(JSON.parse(line));
      return data ? [{ paper: data.paper, source: data.source, ...data.value }] : [];
    })
    .map(({ paper, source, id, title, reason }) => ({ paper, source, id, title, reason }));
}
