/**
 * What a worker's global scope keeps once Pyodide is up: the language itself, and what Pyodide and
 * Emscripten call later. Everything else goes, so that JavaScript reached from Python finds no door:
 * the content policy refuses the network, and this takes away the means to ask.
 */
const KEPT = new Set([
  'self',
  'globalThis',
  'console',
  'crypto',
  'performance',
  'location',
  'navigator',
  'setTimeout',
  'clearTimeout',
  'queueMicrotask',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'Event',
  'EventTarget',
  'MessageChannel',
  'MessageEvent',
  'WebAssembly',
  'Crypto',
  'Performance',
  'constructor',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
]);

/** Properties of the scope that belong to the language, not to the browser. */
const LANGUAGE =
  /^(?:Object|Function|Array|Number|parseFloat|parseInt|Infinity|NaN|undefined|Boolean|String|Symbol|Date|Promise|RegExp|(?:\w*Error)|JSON|Math|Intl|(?:\w*Array(?:Buffer)?)|DataView|Map|BigInt|Set|Iterator|WeakMap|WeakSet|WeakRef|Proxy|Reflect|FinalizationRegistry|Atomics|decodeURI(?:Component)?|encodeURI(?:Component)?|escape|unescape|isFinite|isNaN|eval)$/;

/** Take every power but the kept ones off the global scope and its prototypes. */
export function removePowers(): void {
  for (
    let scope: object | null = globalThis;
    scope && scope !== Object.prototype;
    scope = Object.getPrototypeOf(scope)
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (KEPT.has(name) || LANGUAGE.test(name)) continue;
      if (Reflect.deleteProperty(scope, name)) continue;
      // What cannot be deleted is hidden, and what cannot be hidden was never a power.
      Reflect.defineProperty(scope, name, { value: undefined });
    }
  }
}
