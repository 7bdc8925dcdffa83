import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { type TypesetText, typeset } from '../../../src/render/typeset.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** Restored segments, cleaned and typeset: what every form of HTML is made of. */
export const typesetSegments = (...segments: Segment[]): TypesetText =>
  typeset(cleanSegments(segments));
