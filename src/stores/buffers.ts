/**
 * The learner's text of one exercise, kept as it is typed.
 *
 * Saved format, under `beyond-runserver:buffers:<slug>`:
 *
 *     { format: 1,
 *       revision: a number that grows with each save, by the clock, so that none comes twice,
 *       version: the starter's version that this text began from,
 *       files: { path: text } of the editable files,
 *       kept: null | { why: 'reset' | 'new_starter' | 'other_tab', version, files } }
 *
 * `kept` is the text that a reset, a new starter or another tab took away, until the learner takes it
 * back or parts with another. An entry exists only while it says something: text that equals the starter,
 * with nothing kept, is not saved, so that an untouched exercise simply follows its starter.
 *
 * When the exercise changes (`version`): the learner's text stays and `$buffers` says so, until they
 * decide. Files that the new starter dropped are left out of the editor but stay in the entry while
 * the text is theirs; files that it added come with the starter's text.
 *
 * Two tabs: each knows the revision that it read or wrote last. One that finds another when it saves has
 * not seen that text: it saves its own, which was typed last, and keeps the other as `kept`. One with
 * nothing to save follows the other. Text that a tab loses in either way is told to `parted`.
 *
 * Migrations: entries of earlier releases lack `revision`, which reads as 0. A `format` that we do not
 * know, written by a later release in another tab perhaps, is left as it is until the learner types.
 */
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { Files } from '../runtime/protocol.ts';
import type { Keeper } from './storage.ts';

const Texts = v.record(v.string(), v.string());
const Kept = v.object({
  why: v.picklist(['reset', 'new_starter', 'other_tab']),
  version: v.string(),
  files: Texts,
});
const Saved = v.object({
  format: v.literal(1),
  revision: v.optional(v.number(), 0),
  version: v.string(),
  files: Texts,
  kept: v.nullable(Kept),
});
type Saved = v.InferOutput<typeof Saved>;

/** What takes a learner's text away, and so has to keep it. */
export type Loss = v.InferOutput<typeof Kept>['why'];

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
  /** What took away the text that is kept; null when there is nothing to bring back. */
  kept: Loss | null;
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
  /** Do without the kept text; the history has it. */
  letGo(): void;
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

/**
 * Open what was saved of an exercise, or its starter.
 * @param parted told of each text that makes room for another.
 */
export function openBuffers(
  starter: Starter,
  keeper: Keeper,
  parted: (files: Files, why: Loss) => void = () => {},
): Buffers {
  const key = bufferKey(starter.slug);
  let saved = load();
  /** Whether something was typed here since the text came from the storage. */
  let typed = false;
  /** The storage did not take the text: it is here alone. */
  let refused = false;
  let pending: ReturnType<typeof setTimeout> | undefined;
  const $buffers = atom(view(saved, starter));

  function load(): Saved {
    const read = v.safeParse(Saved, keeper.read(key));
    return read.success ? read.output : fresh(starter);
  }

  function save(): void {
    clearTimeout(pending);
    pending = undefined;
    const stored = load();
    if (stored.revision !== saved.revision) meet(stored);
    if (saved.kept === null && same(saved.files, starter.files)) {
      keeper.forget(key);
      saved = { ...saved, revision: 0 };
      return;
    }
    const next = { ...saved, revision: Math.max(saved.revision + 1, Date.now()) };
    keeper.write(key, next);
    refused = keeper.$health.get() !== 'working';
    // The storage still has the revision that this text was meant to follow.
    if (!refused) saved = next;
  }

  /** Another tab saved what this one has not seen: both texts stay. */
  function meet(stored: Saved): void {
    if (same(stored.files, saved.files)) return;
    if (same(stored.files, starter.files)) return;
    parted(stored.files, 'other_tab');
    const { version, files, revision } = stored;
    change({ ...saved, revision, kept: { why: 'other_tab', version, files } });
  }

  function change(next: Saved): void {
    saved = next;
    $buffers.set(view(saved, starter));
  }

  function startOver(why: 'reset' | 'new_starter'): void {
    parted(saved.files, why);
    const kept = same(saved.files, starter.files)
      ? saved.kept
      : { why, version: saved.version, files: saved.files };
    change({ ...fresh(starter), revision: saved.revision, kept });
    save();
  }

  return {
    $buffers,
    edit(path, text) {
      if (!(path in starter.files) || $buffers.get().files[path] === text) return;
      typed = true;
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
      parted(saved.files, why);
      change({
        format: 1,
        revision: saved.revision,
        version: why === 'new_starter' ? starter.version : version,
        files,
        kept: current,
      });
      save();
    },
    keepMine() {
      change({ ...saved, version: starter.version });
      save();
    },
    letGo() {
      change({ ...saved, kept: null });
      save();
    },
    flush() {
      if (pending !== undefined) save();
    },
    refresh() {
      if (pending !== undefined || refused) return;
      const stored = load();
      if (typed && !same(stored.files, saved.files)) parted(saved.files, 'other_tab');
      typed = false;
      change(stored);
    },
  };
}

function fresh(starter: Starter): Saved {
  return {
    format: 1,
    revision: 0,
    version: starter.version,
    files: { ...starter.files },
    kept: null,
  };
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
