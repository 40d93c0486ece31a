import { type DBSchema, openDB } from 'idb';
import { checksum } from './checksum.ts';

/** Keeps the base snapshot that this browser made, between visits. */
interface Shelf extends DBSchema {
  snapshots: { key: string; value: { bytes: ArrayBuffer; checksum: number } };
}

const open = () =>
  openDB<Shelf>('beyond-runserver', 1, {
    upgrade: (database) => void database.createObjectStore('snapshots'),
  });

/** null when there is none of this build, when it is damaged, or when storage is blocked. */
export async function takeSnapshot(build: string): Promise<ArrayBuffer | null> {
  try {
    const database = await open();
    const kept = await database.get('snapshots', build);
    database.close();
    return kept && checksum(kept.bytes) === kept.checksum ? kept.bytes : null;
  } catch {
    // A browser that forbids storage builds its snapshot anew at each visit.
    return null;
  }
}

/** Keep the snapshot of this build and drop those of other builds; a full disk is no error. */
export async function keepSnapshot(build: string, bytes: ArrayBuffer): Promise<void> {
  try {
    const database = await open();
    await database.clear('snapshots');
    await database.put('snapshots', { bytes, checksum: checksum(bytes) }, build);
    database.close();
  } catch {
    // Storage full or forbidden: the next visit builds it again.
  }
}
