import * as v from 'valibot';
import { pruneEntry } from './list-entry.ts';

const slugText = 'must be lower-case words joined by hyphens, 200 characters at most';
const slug = v.pipe(
  v.string(slugText),
  v.maxLength(200, slugText),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, slugText),
);
const date = (form: RegExp, text: string) =>
  v.pipe(
    v.string(text),
    v.regex(form, text),
    v.check((value) => !Number.isNaN(Date.parse(value)), text),
  );
const time = date(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  'must be a time such as "2025-03-11T09:30:00.000Z"',
);
/** The field is limited to 10,000 characters; a merged note may have several times that. */
const longestNote = 50_000;
const noteText = 'must be text of 50,000 characters at most';
const titleText = 'must be a title of 1 to 2000 characters';

/** Schema of a stored or exported `ListEntry`; reports the first fault. */
export const entrySchema = v.pipe(
  v.object(
    {
      id: slug,
      slug: v.optional(slug),
      title: v.optional(
        v.pipe(v.string(titleText), v.nonEmpty(titleText), v.maxLength(2000, titleText)),
      ),
      day: v.optional(date(/^\d{4}-\d\d-\d\d$/, 'must be a date such as "2025-03-11"')),
      savedAt: v.optional(time),
      readAt: v.optional(time),
      note: v.optional(v.pipe(v.string(noteText), v.maxLength(longestNote, noteText))),
      changedAt: time,
    },
    ({ received }) => (received === 'undefined' ? 'is missing' : 'must be an object'),
  ),
  v.check(
    (entry) => pruneEntry(entry) !== undefined,
    'must have one of savedAt, readAt and note: without them it says nothing of the paper',
  ),
  v.check(
    ({ slug, title, day, savedAt, note }) => (!savedAt && !note) || !!(slug && title && day),
    'must have slug, title and day because it is saved or has a note',
  ),
);
