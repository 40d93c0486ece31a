/**
 * The learner's text of one exercise, kept as it is typed.
 *
 * Saved format, under `beyond-runserver:buffers:<slug>`:
 *
 *     { format: 1,
 *       version: the starter's version that this text began from,
 *       files: { path: text } of the editable files,
 *       kept: null | { why: 'reset' | 'new_starter', version, files } }
 *
 * `kept` is the text that a reset or a new starter took away, until the learner takes it back or
 * parts with another. An entry exists only while it says something: text that equals the starter,
 * with nothing kept, is not saved, so that an untouched exercise simply follows its starter.
 *
 * When the exercise changes (`version`): the learner's text stays and `$buffers` says so, until they
 * decide. Files that the new starter dropped are left out of the editor but stay in the entry while
 * the text is theirs; files that it added come with the starter's text.
 *
 * Migrations: none yet. A `format` that we do not know, written by a later release in another tab
 * perhaps, is left as it is until the learner types.
 */
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { Files } from '../runtime/protocol.ts';
import type { Keeper } from './storage.ts';

const Texts = v.record(v.string(), v.string());
const Kept = v.object({
  why: v.picklist(['reset', 'new_starter']),
  version: v.string(),
  files: Texts,
});
const Saved = v.object({
  format: v.literal(1),
  version: v.string(),
  files: Texts,
  kept: v.nullable(Kept),
});
type Saved = v.InferOutput<typeof Saved>;

export interface Starter {
  slug: string;
  version: string;
  /** The editable files. */
  files: Files;
}

export interface BuffersState {
  files: Files;
  /** The exercise changed since this text was begun, and the learner has not chosen yet. */
  outdated: boolean;
  /** What a reset or a new starter took away, and why; null when there is nothing to bring back. */
  kept: 'reset' | 'new_starter' | null;
}

export interface Buffers {
  readonly $buffers: ReadableAtom<BuffersState>;
  edit(path: string, text: string): void;
  /** Back to the starter; `bringBack` undoes it. */
  reset(): void;
  /** Swap the text with the kept one. */
  bringBack(): void;
  /** The exercise changed: stay with the learner's text. */
  keepMine(): void;
  /** The exercise changed: take its new starter; `bringBack` undoes it. */
  takeNew(): void;
  /** Save now what the pause after typing would save. */
  flush(): void;
  /** Another tab saved this exercise: show its text, unless there is some here to save first. */
  refresh(): void;
}

/** A crash loses at most this much typing. */
const PAUSE_MS = 250;

export function bufferKey(slug: string): string {
  return `beyond-runserver:buffers:${slug}`;
}

/** Open what was saved of an exercise, or its starter. */
export function openBuffers(starter: Starter, keeper: Keeper): Buffers {
  const key = bufferKey(starter.slug);
  let saved = load();
  let pending: ReturnType<typeof setTimeout> | undefined;
  const $buffers = atom(view(saved, starter));

  function load(): Saved {
    const read = v.safeParse(Saved, keeper.read(key));
    return read.success ? read.output : fresh(starter);
  }

  function save(): void {
    clearTimeout(pending);
    pending = undefined;
    if (saved.kept === null && same(saved.files, starter.files)) keeper.forget(key);
    else keeper.write(key, saved);
  }

  function change(next: Saved): void {
    saved = next;
    $buffers.set(view(saved, starter));
  }

  function startOver(why: 'reset' | 'new_starter'): void {
    const kept = same(saved.files, starter.files)
      ? saved.kept
      : { why, version: saved.version, files: saved.files };
    change({ ...fresh(starter), kept });
    save();
  }

  return {
    $buffers,
    edit(path, text) {
      if (!(path in starter.files) || $buffers.get().files[path] === text) return;
      change({ ...saved, files: { ...saved.files, [path]: text } });
      clearTimeout(pending);
      pending = setTimeout(save, PAUSE_MS);
    },
    reset: () => startOver('reset'),
    takeNew: () => startOver('new_starter'),
    bringBack() {
      if (!saved.kept) return;
      const { version, files, why } = saved.kept;
      const current = same(saved.files, starter.files)
        ? null
        : { why, version: saved.version, files: saved.files };
      // Brought back on purpose: the notice about a new starter would only repeat itself.
      change({
        format: 1,
        version: why === 'reset' ? version : starter.version,
        files,
        kept: current,
      });
      save();
    },
    keepMine() {
      change({ ...saved, version: starter.version });
      save();
    },
    flush() {
      if (pending !== undefined) save();
    },
    refresh() {
      if (pending === undefined) change(load());
    },
  };
}

function fresh(starter: Starter): Saved {
  return { format: 1, version: starter.version, files: { ...starter.files }, kept: null };
}

function view(saved: Saved, starter: Starter): BuffersState {
  const files = Object.entries(starter.files).map(
    ([path, text]) => [path, saved.files[path] ?? text] as const,
  );
  return {
    files: Object.fromEntries(files),
    outdated: saved.version !== starter.version,
    kept: saved.kept?.why ?? null,
  };
}

function same(left: Files, right: Files): boolean {
  const paths = Object.keys(left);
  return (
    paths.length === Object.keys(right).length && paths.every((path) => left[path] === right[path])
  );
}
