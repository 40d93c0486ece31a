import type { Storage } from '../../src/stores/storage.ts';

/** A storage in memory, with a look inside. */
export function memory(initial: Record<string, string> = {}) {
  const entries = new Map(Object.entries(initial));
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  } satisfies Storage & { entries: Map<string, string> };
}

/** A storage that refuses to take anything, until `works`. */
export function failing(name: string) {
  const inner = memory();
  const storage = {
    ...inner,
    works: false,
    setItem(key: string, text: string) {
      if (!storage.works) throw new DOMException('refused', name);
      inner.setItem(key, text);
    },
  };
  return storage;
}
