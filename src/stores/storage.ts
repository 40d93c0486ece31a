import { atom, type ReadableAtom } from 'nanostores';

/** What a store needs of `localStorage`. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whether what we are given to keep survives this page. `blocked`: the browser refuses to. */
export type StorageHealth = 'working' | 'full' | 'blocked';

/** Storage that never throws: where it fails, it says so once in `$health` and keeps nothing. */
export interface Keeper {
  readonly $health: ReadableAtom<StorageHealth>;
  /** Null when there is nothing, or nothing that could be read. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  forget(key: string): void;
}

/**
 * @param open how to get at the storage; browsers that block it throw on the mere access, so it is
 * tried when something is first kept.
 */
export function keeper(open: () => Storage): Keeper {
  const $health = atom<StorageHealth>('working');

  function attempt<T>(act: (storage: Storage) => T, otherwise: T): T {
    try {
      const result = act(open());
      return result;
    } catch (error) {
      $health.set(isFull(error) ? 'full' : 'blocked');
      return otherwise;
    }
  }

  return {
    $health,
    read: (key) => parse(attempt((storage) => storage.getItem(key), null)),
    write(key, value) {
      attempt((storage) => {
        storage.setItem(key, JSON.stringify(value));
        // Room was made, or leave was given: what is typed from here on is safe again.
        $health.set('working');
      }, undefined);
    },
    forget: (key) => attempt((storage) => storage.removeItem(key), undefined),
  };
}

/** Text that is no JSON is as good as none: some other hand wrote it, or half of it was lost. */
function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether what was thrown says that there is no room left. */
export function isFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  );
}
