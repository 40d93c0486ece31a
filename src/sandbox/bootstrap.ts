/**
 * The tiny `data:` worker that every engine starts in an opaque frame. It receives the real source by
 * message and loads it from a blob of its own; WebKit refuses that, and then the frame starts the whole
 * source as a `data:` worker instead.
 */
declare function importScripts(url: string): void;

self.onmessage = ({ data }: MessageEvent<{ source: string }>) => {
  self.onmessage = null;
  const url = URL.createObjectURL(new Blob([data.source], { type: 'text/javascript' }));
  const load = importScripts;
  // Pyodide tries it out, to know what kind of worker it is in: the policy's refusal would be logged.
  Reflect.defineProperty(self, 'importScripts', { value: undefined, configurable: true });
  try {
    load(url);
  } catch {
    self.postMessage({ kind: 'refused' });
  } finally {
    URL.revokeObjectURL(url);
  }
};
