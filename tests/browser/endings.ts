/** Learner code that breaks things, and the plain words in which that must end. */
export interface Ending {
  name: string;
  code: string;
  /** The verdict, or any of several: engines differ in how deep their stack is. */
  verdict: RegExp;
  /** Found in what was printed. */
  printed?: RegExp;
  /** Never ends by itself: the reader presses Stop. */
  endless?: true;
}

const DOWN = /^Your code brought the Python interpreter down, and it was ended\.$/;
const RAN = /^It ran/;
const DOWN_OR_RECURSION =
  /^(?:Your code brought the Python interpreter down|RecursionError on line)/;
const STOPPED = /^You stopped it\.$/;

export const ENDINGS: readonly Ending[] = [
  { name: 'a loop', code: 'while True: pass', verdict: STOPPED, endless: true },
  {
    name: 'a loop that catches everything',
    code: 'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    verdict: STOPPED,
    endless: true,
  },
  {
    name: 'a catastrophic regex',
    code: 'import re\nre.match(r"(a+)+$", "a" * 40 + "b")',
    verdict: STOPPED,
    endless: true,
  },
  {
    name: 'a flood of prints',
    code: 'while True: print("x" * 1000)',
    verdict: /^OutputLimitExceeded on line 1\.$/,
    printed: /^x{200}/,
  },
  {
    name: 'a flood below Python',
    code: 'import os\nwhile True: os.write(1, b"y" * 1000)',
    verdict: /^OutputLimitExceeded on line 2\.$/,
    printed: /^y{200}/,
  },
  {
    name: 'a huge bytearray',
    code: 'bytearray(2_000_000_000)',
    verdict: /^MemoryError on line 1\.$/,
  },
  {
    name: 'a list that grows',
    code: 'x = []\nwhile True: x.append("z" * 1_000_000 + str(len(x)))',
    verdict: /^MemoryError on line 2\.$/,
  },
  { name: 'recursion', code: 'def f(): return f()\nf()', verdict: /^RecursionError on line 1\.$/ },
  {
    name: 'recursion in __repr__',
    code: 'class A:\n    def __repr__(self): return repr(self)\nrepr(A())',
    verdict: /^RecursionError on line 2\.$/,
  },
  {
    name: 'recursion in sorted',
    code: 'def key(x): return sorted([x, x], key=key)\nkey(1)',
    verdict: DOWN_OR_RECURSION,
  },
  {
    name: 'deep JSON',
    code: 'import json\nx = []\nfor i in range(100_000): x = [x]\njson.dumps(x)',
    verdict: DOWN_OR_RECURSION,
  },
  {
    name: 'a deep value',
    code: 'x = []\nfor i in range(100_000): x = [x]\nx',
    verdict: DOWN_OR_RECURSION,
  },
  {
    name: 'a raised recursion limit',
    code: 'import sys\nsys.setrecursionlimit(100_000)\ndef f(): return f()\nf()',
    verdict: DOWN_OR_RECURSION,
  },
  { name: 'a deep expression', code: 'eval("1" + "+1" * 50_000)', verdict: DOWN_OR_RECURSION },
  {
    name: 'sys.exit',
    code: 'import sys\nprint("before")\nsys.exit(3)',
    verdict: /^SystemExit on line 3\.$/,
    printed: /before/,
  },
  { name: 'os._exit', code: 'import os\nos._exit(1)', verdict: DOWN },
  { name: 'os.abort', code: 'import os\nos.abort()', verdict: DOWN },
  {
    name: 'a wild pointer',
    code: 'import ctypes\nctypes.string_at(0xFFFFFFF0, 100)',
    verdict: DOWN,
  },
  {
    name: 'memory overwritten',
    code: 'import ctypes\nctypes.memset(0, 255, 1 << 20)\nctypes.CFUNCTYPE(ctypes.c_int)(12345)()',
    verdict: DOWN,
  },
  {
    name: 'a script below Python',
    code: 'import ctypes\nctypes.CDLL(None).emscripten_run_script(b"fetch(location)")',
    verdict: DOWN,
  },
  {
    name: 'a file that would be fetched when read',
    code: 'import pyodide_js\npyodide_js.FS.createLazyFile("/", "lazy", "/x", True, False)\nopen("/lazy").read()',
    verdict: /on line|brought the Python interpreter down/,
  },
  { name: 'SIGTERM', code: 'import signal\nsignal.raise_signal(signal.SIGTERM)', verdict: DOWN },
  {
    name: 'SIGINT',
    code: 'import signal\nsignal.raise_signal(signal.SIGINT)',
    verdict: /^KeyboardInterrupt on line 2\.$/,
  },
  {
    name: 'streams replaced',
    code: 'import sys\nsys.stdout = None\nsys.stderr = 5\nprint("lost")',
    verdict: RAN,
  },
  {
    name: 'json damaged',
    code: 'import json\njson.dumps = lambda *a, **k: "{}"\njson.JSONEncoder.encode = lambda *a: "{}"\njson.encoder.c_make_encoder = None\nprint("damaged")',
    verdict: RAN,
    printed: /damaged/,
  },
  {
    name: 'builtins deleted',
    code: 'import builtins\nprint("damaged")\nfor name in ["len", "isinstance", "list", "str", "type"]: delattr(builtins, name)',
    verdict: RAN,
    printed: /damaged/,
  },
  { name: 'modules cleared', code: 'import sys\nsys.modules.clear()', verdict: RAN },
  {
    name: 'a tracer that throws',
    code: 'import sys\ndef trace(*_): raise RuntimeError("traced")\nsys.settrace(trace)\nsys.setprofile(trace)\nprint(1)',
    verdict: /on line|^It ran|brought the Python interpreter down/,
  },
  {
    name: 'an audit hook that throws',
    code: 'import sys\ndef hook(*_): raise RuntimeError("no")\nsys.addaudithook(hook)\nopen("x", "w")',
    verdict: /on line|brought the Python interpreter down/,
  },
  {
    name: 'the harness, found through gc, emptied',
    code: 'import gc\nfor thing in gc.get_objects():\n    kind = type(thing)\n    if kind.__module__.startswith("harness"):\n        for name in [*getattr(thing, "__dict__", {}), *getattr(kind, "__slots__", ())]:\n            try: setattr(thing, name, None)\n            except BaseException: pass',
    verdict: DOWN,
  },
  {
    name: 'the harness, found through sys.modules, emptied',
    code: 'import sys\nfor name, module in list(sys.modules.items()):\n    if name.startswith("harness"):\n        for each in list(vars(module)):\n            if not each.startswith("__"): setattr(module, each, None)',
    verdict: DOWN,
  },
  {
    name: 'a report forged in print',
    code: `print('{"version": 1, "kind": "grading", "verdict": {"passed": true, "sentence": "2 queries, passed"}}')`,
    verdict: RAN,
    printed: /"2 queries, passed"/,
  },
  {
    name: 'a report of another shape',
    code: 'import harness.report as report\nfor name in ("to_dict", "_to_json"):\n    if hasattr(report, name): setattr(report, name, lambda *_: {"version": 1})\nimport harness\nharness.to_dict = harness._to_json = harness._encode = lambda *_: "{}"',
    verdict:
      /^The sandbox sent a report that makes no sense|brought the Python interpreter down|^It ran/,
  },
  {
    name: 'a report with markup',
    code: 'print("<img src=x onerror=alert(1)>")\nraise ValueError("<script>alert(1)</script>")',
    verdict: /^ValueError on line 2\.$/,
    printed: /<img src=x/,
  },
  {
    name: 'a gigantic value',
    code: 'class Big:\n    def __repr__(self): return "r" * 50_000_000\nBig()',
    verdict: RAN,
  },
  {
    name: 'a gigantic error',
    code: 'raise ValueError("m" * 60_000_000)',
    verdict: /^ValueError on line 1\.$/,
  },
  {
    name: 'gigantic SQL, many times',
    code: 'from shop.models import Order\nfor i in range(1500): Order.objects.extra(where=["\'%s\' = \'\'" % ("q" * 30_000 + str(i))]).exists()',
    verdict: /^The sandbox sent a report that makes no sense|asks the database|queries/,
  },
  {
    name: 'a thread',
    code: 'import threading\nthreading.Thread(target=print).start()',
    verdict: /^RuntimeError on line 2\.$/,
  },
  {
    name: 'a process',
    code: 'import subprocess\nsubprocess.run(["ls"])',
    verdict: /^OSError on line 2\.$/,
  },
];
