import { loadPyodide } from '/pyodide/pyodide.mjs';

const wheels = await (await fetch('/wheels.json')).json();
const pyodide = await loadPyodide();
for (const wheel of wheels) {
  pyodide.unpackArchive(await (await fetch(`/wheels/${wheel}`)).arrayBuffer(), 'wheel');
}
postMessage(String(pyodide.runPython(await (await fetch('recipe.py')).text())));
