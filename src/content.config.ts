import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import {
  captureLoader,
  dayLoader,
  paperLoader,
  permalinkLoader,
} from './loaders/archive-loaders.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A stretch of text or a formula; joined, `text` and `captured` are what was captured. */
const segment = z.union([
  z.object({
    /** Captured text that a formula stands for. */
    captured: z.string(),
    /** The formula's LaTeX, without dollars. */
    latex: z.string(),
    /** How sure the restoration is, 0 to 1. */
    probability: z.number().min(0).max(1).optional(),
    /** Set where the keeper of the archive wrote the formula. */
    corrected: z.literal(true).optional(),
  }),
  z.object({
    /** Text as captured. */
    text: z.string(),
    /** Set where a restoration was not proven. */
    unproven: z.literal(true).optional(),
  }),
]);

const link = z.object({
  /** Absolute address, `http:` or `https:`. */
  url: z.url(),
  /** The words that stood for it. */
  label: z.string(),
  /** What it leads to, as far as the address tells. */
  kind: z.enum(['code', 'project', 'model', 'data', 'demo', 'paper', 'video']),
});

const wording = z.object({
  title: z.array(segment),
  /** Paragraphs are separated by a blank line within the text. */
  abstract: z.array(segment),
  /** The links of the abstract, each once, in order. */
  links: z.array(link),
});

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
        sightings: z.array(z.object({ capture: z.string(), rank: z.int().positive() })),
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
    /** Every wording that was captured, oldest first. */
    wordings: z.array(wording).min(1),
    /** Where it stood, oldest first; `wording` is an index into `wordings`. */
    sightings: z
      .array(
        z.object({
          day: isoDate,
          capture: z.string(),
          rank: z.int().positive(),
          wording: z.int().nonnegative(),
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
