import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** What a lesson says about itself, besides what Starlight asks. */
const lesson = z.object({
  /** A sentence for search results and link previews. */
  description: z.string(),
  /** How long it takes, snippets included; left out for a page to look things up in, which is no lesson. */
  minutes: z.number().int().positive().optional(),
  /** The topics of `topics.toml` that it teaches. */
  topics: z.array(z.string().regex(/^T-\d+$/)).default([]),
  /** Where Django's documentation says more: pages below the documentation of the version taught. */
  docs: z.array(z.object({ title: z.string(), path: z.string() })).default([]),
  /** The project of `exercises/projects/` that the lesson's snippets run in. */
  project: z.string().optional(),
  /** Snippets that are recorded on the older line of Django too, for `on="5.2"`. */
  lts: z.array(z.string()).default([]),
  /** How much data the project is filled with, and which: the same pair gives the same rows. */
  seed: z
    .object({ size: z.number().int().positive(), number: z.number().int().nonnegative() })
    .default({ size: 100, number: 7 }),
});

export const collections = {
  /** A lesson is a folder with an `index.mdx`; the Python files beside it are its snippets. */
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: '**/index.mdx',
      generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
    }),
    schema: docsSchema({ extend: lesson }),
  }),
};
