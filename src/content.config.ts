// `astro:content` re-exports it, but importing that makes Vite load the rendering code as well.
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { captureSchema, daySchema, paperSchema } from './archive/archive.ts';
import {
  captureLoader,
  dayLoader,
  paperLoader,
  permalinkLoader,
} from './loaders/archive-loaders.ts';

const permalinkSchema = z.object({
  /** Whether the address is a page, redirects, or belonged to something that was removed. */
  state: z.enum(['current', 'moved', 'gone']),
  /** The slug or date that it redirects to. */
  movedTo: z.string().optional(),
  /** Title of a paper that no capture has any more. */
  title: z.string().optional(),
  /** ISO date of the day on which that paper was first listed. */
  firstDay: z.iso.date().optional(),
});

/** The collections: what the pages are made of. Their ids are SHA-256, ISO date, slug and path. */
export const collections = {
  captures: defineCollection({ loader: captureLoader(), schema: captureSchema }),
  days: defineCollection({ loader: dayLoader(), schema: daySchema }),
  papers: defineCollection({
    loader: paperLoader(),
    /** `record` is the key of the paper's record, which has its texts. */
    schema: paperSchema.extend({ record: z.string() }),
  }),
  permalinks: defineCollection({ loader: permalinkLoader(), schema: permalinkSchema }),
};
