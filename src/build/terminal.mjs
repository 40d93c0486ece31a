/**
 * Progress on a terminal (one line for each running task, redrawn in place) or in a log (a line at
 * the start, one every 20 seconds, one at the end). Plain JavaScript: see `faults.mjs`.
 */

/** @typedef {{ done: number, total: number, unit: string, note?: string | undefined }} Amount */
/**
 * @typedef {object} Task
 * @property {(done: number, total: number, unit: string, note?: string) => void} update
 * @property {(text?: string) => void} finish With the text, in place of the title.
 * @property {() => void} drop Ends the task without a word.
 */

const REDRAW_MS = 100;
const LOG_MS = 20_000;

/**
 * @param {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} [stream]
 */
export function createTerminal(stream = process.stderr) {
  /** @type {Map<Task, { title: string, began: number, amount: Amount | null }>} */
  const active = new Map();
  const live = Boolean(stream.isTTY);
  let drawn = 0;
  let drawnAt = 0;
  /** @type {ReturnType<typeof setInterval> | null} */
  let timer = null;

  function erase() {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  }

  function draw() {
    drawnAt = Date.now();
    const lines = [...active.values()].map(describe);
    if (!live) {
      for (const line of lines) stream.write(`${line}\n`);
      return;
    }
    erase();
    const width = (stream.columns || 80) - 1;
    for (const line of lines) stream.write(`${line.slice(0, width)}\n`);
    drawn = lines.length;
  }

  /** @param {string} text */
  function say(text) {
    if (live) erase();
    stream.write(`${text}\n`);
    if (live) draw();
  }

  /**
   * @param {string} title
   * @returns {Task}
   */
  function task(title) {
    const state = { title, began: Date.now(), amount: /** @type {Amount | null} */ (null) };
    /** @type {Task} */
    const handle = {
      update(done, total, unit, note) {
        state.amount = { done, total, unit, note };
        if (live && Date.now() - drawnAt >= REDRAW_MS) draw();
      },
      finish(text = title) {
        handle.drop();
        say(`✓ ${text} (${seconds(state.began)})`);
      },
      drop() {
        active.delete(handle);
        if (active.size === 0 && timer) {
          clearInterval(timer);
          timer = null;
        }
        if (live) draw();
      },
    };
    active.set(handle, state);
    if (live) draw();
    else say(`  ${title} ...`);
    timer ??= setInterval(draw, live ? REDRAW_MS : LOG_MS);
    timer.unref();
    return handle;
  }

  return { task, say };
}

/** @param {{ title: string, began: number, amount: Amount | null }} state */
function describe({ title, began, amount }) {
  return [`  ${title}`, amount && describeAmount(amount), seconds(began)]
    .filter(Boolean)
    .join('  ');
}

/**
 * @param {Amount} amount
 * @returns {string} For example "3.1 of 8.4 MB, django".
 */
export function describeAmount({ done, total, unit, note }) {
  const [scale, word] = unit === 'bytes' ? [1e6, 'MB'] : [1, unit];
  const digits = unit === 'bytes' ? 1 : 0;
  const count = (done / scale).toFixed(digits);
  const much =
    total > 0 ? `${count} of ${(total / scale).toFixed(digits)} ${word}` : `${count} ${word}`;
  return note ? `${much}, ${note}` : much;
}

/** @param {number} began */
function seconds(began) {
  const elapsed = (Date.now() - began) / 1000;
  return `${elapsed.toFixed(elapsed < 10 ? 1 : 0)} s`;
}
