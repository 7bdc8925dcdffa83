// `astro:content` re-exports it, but importing that makes Vite load the rendering code as well.
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import {
  captureLoader,
  dayLoader,
  paperLoader,
  permalinkLoader,
} from './loaders/archive-loaders.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const captures = defineCollection({
  loader: captureLoader(),
  schema: z.object({
    /** Name of the file, for people. */
    name: z.string(),
    /** SHA-256 of the normalised text: what a capture is known by. */
    sha256: z.string().length(64),
    /** The day of the page that was captured. */
    day: isoDate,
    /** How many entries it holds. */
    size: z.int().positive(),
  }),
});

const days = defineCollection({
  loader: dayLoader(),
  schema: z.object({
    date: isoDate,
    /** Place in the ledger of its capture that was entered first, from 0. */
    entered: z.int().nonnegative(),
    /** The captures of the day, in the order of their names. */
    captures: z.array(z.object({ name: z.string(), size: z.int().positive() })),
    /** The day's papers, each once, in the order captured. */
    entries: z.array(
      z.object({
        slug,
        /** Where on this day it stood; ranks count from 1. */
        listings: z.array(z.object({ capture: z.string(), rank: z.int().positive() })),
      }),
    ),
  }),
});

const papers = defineCollection({
  loader: paperLoader(),
  schema: z.object({
    /** The last part of the permalink. */
    slug,
    /** The slug that it was first entered under; never changes. */
    identity: slug,
    /** Its place in the ledger, from 0. */
    entered: z.int().nonnegative(),
    /** Slugs that it had before it was retitled. */
    formerSlugs: z.array(slug),
    /** Key of its record, which has its texts. */
    record: z.string(),
    /** Where it stood, oldest first; `revision` is the number of the revision that it stood with. */
    listings: z
      .array(
        z.object({
          day: isoDate,
          capture: z.string(),
          rank: z.int().positive(),
          revision: z.int().nonnegative(),
        }),
      )
      .min(1),
  }),
});

const permalinks = defineCollection({
  loader: permalinkLoader(),
  schema: z.object({
    /** Whether the address leads to a page, to another address, or to what is gone. */
    state: z.enum(['current', 'moved', 'gone']),
    /** The slug or date that took its place, where it has moved. */
    movedTo: z.string().optional(),
    /** Title of a paper that no capture holds any more. */
    title: z.string().optional(),
    /** The day on which that paper first stood. */
    firstDay: isoDate.optional(),
  }),
});

/** The collections: what the pages are made of. Their ids are SHA-256, ISO date, slug and path. */
export const collections = { captures, days, papers, permalinks };
