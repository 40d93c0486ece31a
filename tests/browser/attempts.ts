/** Learner code that reaches for what a sandbox must not have. `TRAP` is the address of a server that listens. */

/** Each of these would leave the sandbox, or reach into the page, if a script could run at all. */
const SCRIPTS = [
  'fetch("TRAPfetch")',
  'new WebSocket("TRAPsocket".replace("http", "ws"))',
  'new XMLHttpRequest().open("GET", "TRAPxhr")',
  'new EventSource("TRAPevents")',
  'navigator.sendBeacon("TRAPbeacon")',
  'import("TRAPmodule.js")',
  'importScripts("TRAPscript.js")',
  'new Worker("data:text/javascript,fetch(`TRAPworker`)")',
  'new Worker(URL.createObjectURL(new Blob(["fetch(`TRAPblob`)"])))',
  'indexedDB.open("beyond-runserver")',
  'caches.open("mine")',
  'navigator.storage.getDirectory()',
  'document.cookie = "stolen=1"',
  'localStorage.setItem("stolen", "1")',
  'postMessage({kind: "snapshot", name: "base", snapshot: new ArrayBuffer(8)})',
  'parent.postMessage({kind: "hello"}, "*")',
  'top.location = "TRAPtop"',
  'new BroadcastChannel("beyond-runserver").postMessage(1)',
];

const NAMES = [
  'fetch WebSocket XMLHttpRequest EventSource importScripts Worker SharedWorker indexedDB caches',
  'navigator postMessage parent top self globalThis window document localStorage Function eval',
  'MessageChannel BroadcastChannel WebAssembly setTimeout',
].flatMap((line) => line.split(' '));

/** Prints one line for each attempt: refused, or what came back. */
export const POWERS = `
import asyncio, http.client, importlib, json, socket, urllib.request
import js, pyodide.code, pyodide.http, pyodide_js
from pyodide.ffi import create_proxy, to_js

SERVER = "TRAP"
PORT = int(SERVER.split(":")[2].strip("/"))

def attempt(name, action):
    try:
        result = action()
    except BaseException as error:
        print(f"{name}: refused, {type(error).__name__}")
    else:
        print(f"{name}: came back with {result!r:.100}")

for name in json.loads('''${JSON.stringify(NAMES)}'''):
    attempt(f"js.{name}", lambda: getattr(js, name))
    attempt(f"from js import {name}", lambda: getattr(importlib.import_module("js"), name))

MEANS = {
    "run_js": lambda script: pyodide.code.run_js(script),
    "an array's constructor": lambda script: to_js([1]).constructor.constructor(script)(),
    "a map's method": lambda script: to_js({"a": 1}).get.constructor(script)(),
    "a proxy's constructor": lambda script: create_proxy(print).constructor.constructor(script)(),
    "pyodide's constructor": lambda script: pyodide_js.toPy.constructor(script)(),
    "an async function": lambda script: pyodide_js.loadPackage.constructor(script)(),
}
for script in json.loads(r'''${JSON.stringify(SCRIPTS)}'''):
    for means, use in MEANS.items():
        attempt(f"{means}: {script}", lambda: use(script))

attempt("pyfetch", lambda: asyncio.run(pyodide.http.pyfetch(SERVER + "pyfetch")))
attempt("open_url", lambda: pyodide.http.open_url(SERVER + "open_url"))
attempt("urllib", lambda: urllib.request.urlopen(SERVER + "urllib", timeout=1))
attempt("http.client", lambda: http.client.HTTPConnection("localhost", PORT, timeout=1).request("GET", "/"))
attempt("socket", lambda: socket.create_connection(("127.0.0.1", PORT), 1))
attempt("asyncio", lambda: asyncio.run(asyncio.open_connection("127.0.0.1", PORT)))
attempt("loadDynlib", lambda: asyncio.run(pyodide_js._api.loadDynlib(SERVER + "x.so")))
`;

/** Starts what answers later, if it answers: only the server can tell that nothing came of it. */
export const LATER = `
import pyodide_js, time
for start in (
    lambda: pyodide_js._module.asyncLoad("TRAPasyncLoad"),
    lambda: pyodide_js._module.readAsync("TRAPreadAsync"),
    lambda: pyodide_js._module.FS_createPreloadedFile("/", "x", "TRAPpreloaded", True, True),
    lambda: pyodide_js._module.loadDynamicLibrary("TRAPlibrary.so"),
    lambda: pyodide_js.loadPackage("TRAPpackage-1.0-py3-none-any.whl"),
    lambda: pyodide_js._api.loadBinaryFile("TRAPbinary"),
):
    try:
        start()
    except BaseException as error:
        print(type(error).__name__)
time.sleep(0.2)
print("done")
`;

/** Goes through every JavaScript object that Python can get at, and names those with power. */
export const WALK = `
import time
import js, pyodide_js
from pyodide.ffi import JsProxy, create_proxy, to_js

POWERS = ("GlobalScope", "MessagePort", "[object Window", "[object Worker", "IDBFactory", "StorageManager")
FORBIDDEN = {"fetch", "WebSocket", "XMLHttpRequest", "importScripts", "indexedDB", "caches", "Worker"}
to_text = to_js([1]).constructor.prototype.constructor.prototype.toString
seen, found, queue = set(), [], [("pyodide_js", pyodide_js), ("js", js), ("array", to_js([1])),
    ("map", to_js({"a": 1})), ("bytes", to_js(b"1")), ("proxy", create_proxy(print))]
until = time.monotonic() + 4
while queue and time.monotonic() < until:
    path, value = queue.pop(0)
    if not isinstance(value, JsProxy) or value.js_id in seen:
        continue
    seen.add(value.js_id)
    try:
        text = str(value)[:80]
    except BaseException:
        text = ""
    if any(power in text for power in POWERS) or any(f"function {name}()" in text for name in FORBIDDEN):
        found.append(f"{path} is {text}")
    try:
        names = dir(value)
    except BaseException:
        continue
    for name in [*names, "constructor", "prototype", "caller", "arguments", "__proto__"]:
        if name.startswith("__") and name != "__proto__":
            continue
        try:
            queue.append((f"{path}.{name}", getattr(value, name)))
        except BaseException:
            pass
print("walked", len(seen) > 300, len(seen))
print("found", found)
`;
