/**
 * Earlier versions of the learner's files, so that a text of last week can be taken back.
 *
 * Saved in IndexedDB, database `beyond-runserver-history`, one entry for each exercise:
 *
 *     { format: 1,
 *       files: { path: [{ text, at: milliseconds since 1970, event }] } }   newest first
 *
 * `event` says what happened to that text last (`Event`). Each text of a file is there once, and the
 * starter never. A file has at most 50 versions and an exercise 1 MB of them: what goes first are
 * those that lie close to their neighbors for their age, so that old ones thin out.
 *
 * Without IndexedDB all of it lives in memory, and `$health` says so.
 * Migrations: none yet. What does not parse is left out.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { Files } from '../runtime/protocol.ts';
import { isFull, type StorageHealth } from './storage.ts';
import { fitting } from './thinning.ts';

const Event = v.variant('kind', [
  v.object({ kind: v.literal('typed') }),
  /** Null where no query was counted; `error` names what was raised. */
  v.object({
    kind: v.literal('run'),
    queries: v.nullable(v.number()),
    error: v.nullable(v.string()),
  }),
  v.object({
    kind: v.literal('check'),
    passed: v.boolean(),
    /** Of a challenge. */
    points: v.optional(v.object({ got: v.number(), of: v.number() })),
  }),
  v.object({ kind: v.picklist(['reset', 'new_starter', 'other_tab', 'restored']) }),
]);
const Version = v.object({ text: v.string(), at: v.number(), event: Event });

/** What happened to a version: it was run or checked, or what made it go. */
export type Event = v.InferOutput<typeof Event>;
export type Version = v.InferOutput<typeof Version>;
export type Versions = Readonly<Record<string, readonly Version[]>>;

export interface History {
  readonly $health: ReadableAtom<StorageHealth>;
  /** Keep these texts as they are now. */
  note(files: Files, event: Event): Promise<void>;
  /** The versions of a file, the newest first. */
  of(path: string): Promise<readonly Version[]>;
}

/** Where versions are kept: as one step, so that two tabs do not lose each other's. */
export interface Archive {
  update(slug: string, change: (versions: Versions) => Versions): Promise<Versions>;
}

interface Shelf extends DBSchema {
  histories: { key: string; value: { format: 1; files: Versions } };
}

const open = (): Promise<IDBPDatabase<Shelf>> =>
  openDB<Shelf>('beyond-runserver-history', 1, {
    upgrade: (database) => void database.createObjectStore('histories'),
  });

/** The archive of this browser. */
export const archive: Archive = {
  async update(slug, change) {
    const database = await open();
    try {
      const transaction = database.transaction('histories', 'readwrite');
      const before = parse((await transaction.store.get(slug))?.files);
      const files = change(before);
      if (files !== before) await transaction.store.put({ format: 1, files }, slug);
      await transaction.done;
      return files;
    } finally {
      database.close();
    }
  },
};

/** The history of one exercise. Nothing is kept of a text that is the starter's. */
export function openHistory(
  slug: string,
  starter: Files,
  keep: Archive = archive,
  now: () => number = Date.now,
): History {
  const $health = atom<StorageHealth>('working');
  let memory: Versions = {};

  async function update(change: (versions: Versions) => Versions): Promise<Versions> {
    if ($health.get() === 'working') {
      try {
        memory = await keep.update(slug, change);
        return memory;
      } catch (error) {
        $health.set(isFull(error) ? 'full' : 'blocked');
      }
    }
    memory = change(memory);
    return memory;
  }

  return {
    $health,
    async note(files, event) {
      const texts = Object.entries(files).filter(([path, text]) => text !== starter[path]);
      if (texts.length === 0) return;
      const at = now();
      await update((versions) => {
        const added = texts.map(([path, text]) => {
          return [path, withVersion(versions[path] ?? [], { text, at, event })] as const;
        });
        return fitting({ ...versions, ...Object.fromEntries(added) }, at);
      });
    },
    of: async (path) => (await update((versions) => versions))[path] ?? [],
  };
}

/** The version as the newest; where its text was there, that one goes, and what was measured stays. */
function withVersion(versions: readonly Version[], version: Version): Version[] {
  const known = versions.find(({ text }) => text === version.text);
  const rest = versions.filter((each) => each !== known);
  const event = known && tells(version.event) < tells(known.event) ? known.event : version.event;
  return [{ ...version, event }, ...rest];
}

/** A verdict says more of a text than a run, and a run more than that it went. */
function tells({ kind }: Event): number {
  if (kind === 'check') return 2;
  return kind === 'run' ? 1 : 0;
}

function parse(saved: unknown): Versions {
  const files = v.safeParse(v.record(v.string(), v.array(v.unknown())), saved);
  if (!files.success) return {};
  const parsed = Object.entries(files.output).map(([path, entries]) => {
    return [path, entries.flatMap((entry) => (v.is(Version, entry) ? [entry] : []))] as const;
  });
  return Object.fromEntries(parsed);
}
