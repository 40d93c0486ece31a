/** The Emscripten module factory, which Pyodide's own types leave out. */
declare module 'pyodide/pyodide.asm.mjs' {
  const create: (settings: object) => Promise<object>;
  export default create;
}
