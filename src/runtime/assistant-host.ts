import { atom, type ReadableAtom } from 'nanostores';
import type { AssistantHost, Situation } from './assistant.ts';
import { addExtra } from './base.ts';
import { changesProject } from './changes.ts';
import type { Loaded } from './loader.ts';
import { manifest } from './manifest.ts';
import type { OpenProject } from './open-project.ts';

/** The database as the last run left it. */
export interface LastImage {
  /** Grows with each one; 0 while there is none. */
  readonly $number: ReadableAtom<number>;
  /** Null when the run has left none. */
  keep(bytes: ArrayBuffer | null): void;
  bytes(): ArrayBuffer | null;
}

export function lastImage(): LastImage {
  const $number = atom(0);
  let kept: ArrayBuffer | null = null;
  let runs = 0;
  return {
    $number,
    keep(bytes) {
      kept = bytes;
      $number.set(bytes ? ++runs : 0);
    },
    bytes: () => kept,
  };
}

/** What the assistant needs of the runtime, which goes on as if there were no assistant. */
export function assistantHost(
  load: () => Promise<Loaded>,
  opened: () => { key: string; opened: Promise<OpenProject> } | null,
  image: LastImage,
): AssistantHost {
  const packs = new Map<string, Promise<void>>();

  async function fetchPack(name: string): Promise<void> {
    const pack = manifest.packs[name];
    if (!pack) throw new Error(`There is no pack called ${name}.`);
    await addExtra((await load()).frame, name, pack);
  }

  return {
    async load(names) {
      const coming = names.map((name) => {
        const pack = packs.get(name) ?? fetchPack(name);
        packs.set(name, pack);
        // After a failure the next question tries again.
        pack.catch(() => packs.delete(name));
        return pack;
      });
      await Promise.all(coming);
    },
    async start(situation, extras) {
      const project = opened();
      if (project?.key !== openingKey(situation)) return null;
      // Its own packs are there once it is open.
      const open = await project.opened;
      if (!changesProject(situation)) return open.another(extras);
      return (await load()).fresh(extras);
    },
    keyOf(situation) {
      const changed = changesProject(situation)
        ? Object.entries(situation.files).filter(([path, text]) => {
            const own = situation.project.files[path];
            return own === undefined ? path.includes('/migrations/') : own !== text;
          })
        : [];
      return `${openingKey(situation)} ${JSON.stringify(changed)}`;
    },
    image: () => ({ number: image.$number.get(), bytes: image.bytes() }),
  };
}

/** As `client.ts` tells openings apart. */
function openingKey({ project, seed }: Situation): string {
  return JSON.stringify({ project, seed });
}
