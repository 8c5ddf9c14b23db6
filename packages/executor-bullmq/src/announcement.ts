import { z } from 'zod';
import { refused } from './errors.js';
import { version } from './version.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.int().min(0);

/** Data in Redis: how long it is, and its chunks in order. */
export const stored = z.strictObject({ bytes, chunks: z.array(hash) });
export type Stored = z.infer<typeof stored>;

const plugin = z.strictObject({
  name: z.string().max(300),
  version: z.string().max(100).nullable(),
  module: hash.nullable(),
});

const announcement = z.strictObject({
  goldpan: z.literal(version),
  about: z.string().max(500),
  plugins: z.array(plugin).max(500),
  job: stored,
});

/** What a worker must know of a run before it takes part. */
export type Announcement = z.infer<typeof announcement>;

/** The longest announcement that is read, in bytes. */
export const ANNOUNCEMENT_BYTES = 1 << 20;

/** Reads an announcement as it was found in Redis. @throws REFUSED where it is of another version, or is none */
export function readAnnouncement(text: string): Announcement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('its announcement is no JSON');
  }
  const { data: theirs } = z.object({ goldpan: z.string().max(50) }).safeParse(value);
  if (theirs && theirs.goldpan !== version)
    throw refused(`it is of goldpan ${JSON.stringify(theirs.goldpan)}, and this worker of ${version}`);
  const { data, error } = announcement.safeParse(value);
  if (error) throw refused(`its announcement is damaged at ${error.issues[0].path.join('.') || 'its top'}`);
  return data;
}
