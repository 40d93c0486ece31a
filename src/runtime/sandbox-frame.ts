import frameScript from '../../.cache/sandbox/frame.js?raw';
import { manifest } from './manifest.ts';
import type { FrameCommand, FrameEvent, Hello } from './protocol.ts';

/** The page's end of the frame. */
export interface SandboxFrame {
  send(command: FrameCommand, transfer?: Transferable[]): void;
  /** Called with every event; returns an unsubscribe. */
  listen(listener: (event: FrameEvent) => void): () => void;
}

const POLICY = [
  "default-src 'none'",
  `script-src ${manifest.frame_hash} blob: 'wasm-unsafe-eval'`,
  'worker-src data:',
  "connect-src 'none'",
].join('; ');

/**
 * Put the opaque frame into the document and shake hands. The frame gets one end of a channel; from
 * then on nothing is said through windows, so no other window can speak for either side.
 */
export async function connectFrame(): Promise<SandboxFrame> {
  const iframe = document.createElement('iframe');
  iframe.setAttribute('sandbox', 'allow-scripts');
  iframe.title = 'Python sandbox';
  iframe.hidden = true;
  iframe.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${frameScript}</script>`;
  const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true }));
  document.body.append(iframe);
  await loaded;
  const { port1, port2 } = new MessageChannel();
  const hello: Hello = { kind: 'hello' };
  // An opaque origin cannot be named; the window is ours, made two lines above.
  iframe.contentWindow?.postMessage(hello, '*', [port2]);
  const listeners = new Set<(event: FrameEvent) => void>();
  port1.onmessage = ({ data }: MessageEvent<FrameEvent>) => {
    for (const listener of listeners) listener(data);
  };
  return {
    send: (command, transfer = []) => port1.postMessage(command, transfer),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
