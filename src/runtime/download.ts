import type { Asset } from './manifest.ts';
import type { PlatformError } from './state.ts';

/** Told about every stretch of bytes that arrived, counted uncompressed. */
export type OnBytes = (bytes: number) => void;

/** Thrown by `download` and by everything that uses it. */
export class PlatformFault extends Error {
  readonly error: PlatformError;
  constructor(error: PlatformError) {
    super(error.what);
    this.error = error;
  }
}

/** Whether this host compresses; learnt from the first file that it sends. */
let compressing: boolean | null = null;

/**
 * Fetch an asset whole. Where the host sends plain bytes, the `.gz` beside the file is fetched instead
 * and unpacked here: not every host compresses, and these files shrink to a third.
 *
 * @throws PlatformFault when the host does not answer or sends something else.
 */
export async function download(asset: Asset, onBytes: OnBytes): Promise<ArrayBuffer> {
  try {
    const body = await open(new URL(asset.path, siteRoot()));
    return await collect(body, asset.bytes, onBytes);
  } catch (error) {
    const offline = navigator.onLine === false;
    throw new PlatformFault({
      code: offline ? 'offline' : 'download',
      what: offline
        ? 'You are offline, and Python is not here yet.'
        : 'Python could not be loaded.',
      remedy: 'Check the connection, then press Run again; what has arrived is kept.',
      detail: `${asset.path}: ${String(error)}`,
    });
  }
}

/** The site's base as an absolute URL. */
export function siteRoot(): URL {
  const base = import.meta.env.BASE_URL;
  return new URL(base.endsWith('/') ? base : `${base}/`, location.href);
}

async function open(url: URL): Promise<ReadableStream<Uint8Array>> {
  if (compressing !== false) {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    compressing ??= response.headers.has('content-encoding');
    if (compressing) return response.body;
    const packed = await fetchPacked(url);
    if (!packed) return response.body;
    await response.body.cancel();
    return packed;
  }
  const packed = await fetchPacked(url);
  if (packed) return packed;
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  return response.body;
}

/** null when the host has no such file, as in development. */
async function fetchPacked(url: URL): Promise<ReadableStream<Uint8Array> | null> {
  const response = await fetch(`${url}.gz`);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !response.body || type.startsWith('text/html')) return null;
  // Some hosts declare the encoding of a .gz file, and the browser has unpacked it already.
  if (response.headers.has('content-encoding')) return response.body;
  return response.body.pipeThrough(new DecompressionStream('gzip'));
}

async function collect(
  body: ReadableStream<Uint8Array>,
  length: number,
  onBytes: OnBytes,
): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    // Too long throws a RangeError here; too short is caught below.
    bytes.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
  if (at !== length) throw new Error(`${at} of ${length} bytes came`);
  return bytes.buffer;
}
