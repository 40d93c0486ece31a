import json from './manifest.json' with { type: 'json' };

/** A heavy file; its name holds a hash of its content. */
export interface Asset {
  /** Relative to the site's base. */
  path: string;
  /** Uncompressed. */
  bytes: number;
}

/** What the build published for the runtime; written by `src/build/assets.ts`. */
export interface Manifest {
  /** Changes when anything that a snapshot depends on does. */
  build: string;
  /** Content policy source of the frame's script: `'sha256-...'`. */
  frame_hash: string;
  worker: Asset;
  wasm: Asset;
  /** The modules that the base snapshot holds. */
  core: Asset;
  /** The modules and data that it does not. */
  library: Asset;
  snapshot: Asset & { checksum: number };
  /** Packs by the name that projects ask for them. */
  packs: Readonly<Record<string, Asset>>;
}

export const manifest: Manifest = json;
