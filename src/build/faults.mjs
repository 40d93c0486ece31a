/**
 * Failures in words. A `Fault` says what happened and what to do, and is printed without a stack.
 *
 * Plain JavaScript, because the launcher needs it on whatever Node the machine has, before the
 * project's own Node is installed.
 */

/** A failure that somebody can act on. */
export class Fault extends Error {
  /**
   * @param {string} happened One sentence: what happened, and why.
   * @param {string} remedy What to do about it.
   * @param {unknown} [cause] The error behind it, shown with DEBUG=1 only.
   */
  constructor(happened, remedy, cause) {
    super(`${happened} ${remedy}`, { cause });
    this.name = 'Fault';
    this.happened = happened;
    this.remedy = remedy;
  }
}

/** @typedef {{ pattern: RegExp, happened: (doing: string) => string, remedy: string }} Known */

/**
 * What system calls, npm and pip say, in order of trust: pip offline also complains that it found
 * no version, and npm with a full disk also complains about a network, so the causes come first.
 *
 * @type {Known[]}
 */
const KNOWN = [
  {
    pattern: /ENOSPC|No space left on device|Errno 28|database or disk is full/i,
    happened: (doing) => `The disk is full, so ${doing} could not finish.`,
    remedy: 'Free about 2 GB and run the same command again; it continues where it stopped.',
  },
  {
    pattern: /EINTEGRITY|DO NOT MATCH THE HASHES|HashMismatch|integrity checksum failed/i,
    happened: (doing) => `While ${doing}, a downloaded file did not have the expected hash.`,
    remedy:
      'It was thrown away. Run the same command again; if it happens again, the package source (a mirror or proxy) serves something else than this project was tested with.',
  },
  {
    pattern:
      /CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(?:GET|VERIFY)|CERT_HAS_EXPIRED/i,
    happened: (doing) => `While ${doing}, the certificate of the package source was not trusted.`,
    remedy:
      'Behind a company proxy, point NODE_EXTRA_CA_CERTS and PIP_CERT at its certificate, then run the same command again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries exceeded|Connection (?:refused|reset|aborted|broken)|Network is unreachable|name resolution|network timeout/i,
    happened: (doing) => `The network did not answer while ${doing}.`,
    remedy:
      'Check the connection (and the proxy or mirror that npm and pip are set to), then run the same command again.',
  },
  {
    pattern: /No module named pip|No module named ensurepip/i,
    happened: () => 'This Python has no pip.',
    remedy:
      'Install it (Debian and Ubuntu: apt install python3-pip; elsewhere: python3 -m ensurepip), then run the same command again.',
  },
  {
    pattern: /No matching distribution|Could not find a version|ETARGET|E404|code 404/i,
    happened: (doing) =>
      `While ${doing}, a version was asked for that the package source does not have.`,
    remedy:
      'If npm or pip is set to a mirror, it may be behind: try again later or without the mirror.',
  },
  {
    pattern: /no such option/i,
    happened: () => 'The pip of this Python is too old.',
    remedy:
      'Update it with: python3 -m pip install --upgrade pip, then run the same command again.',
  },
  {
    pattern: /EUSAGE|can only install packages when your package\.json and package-lock/i,
    happened: () => 'package.json and package-lock.json do not agree.',
    remedy: 'Restore both with: git checkout package.json package-lock.json, then try again.',
  },
  {
    pattern: /EACCES|EPERM|EROFS|Permission denied|Errno 13|Read-only file system/i,
    happened: (doing) => `A file or folder may not be written, so ${doing} could not finish.`,
    remedy: 'Make the project folder writable for your user, then run the same command again.',
  },
  {
    pattern: /EMFILE|ENFILE|Too many open files/i,
    happened: (doing) => `The system refused to open more files while ${doing}.`,
    remedy: 'Raise the limit (ulimit -n 4096), then run the same command again.',
  },
  {
    pattern:
      /ENOMEM|Cannot allocate memory|heap out of memory|MemoryError|Array buffer allocation/i,
    happened: (doing) => `There was not enough memory for ${doing}.`,
    remedy: 'About 2 GB must be free. Close other programs, then run the same command again.',
  },
];

/**
 * Turn whatever was thrown, or a tool's output, into a fault.
 *
 * @param {unknown} error
 * @param {string} doing For example "installing the npm packages"; completes "while ...".
 * @param {string} [output] What the tool printed.
 * @returns {Fault}
 */
export function explain(error, doing, output = '') {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = messageOf(error);
  const text = `${code}\n${message}\n${output}`;
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  if (known) return new Fault(known.happened(doing), known.remedy, error);
  const line = lastWords(output) || gist(message);
  return new Fault(
    `${doing.charAt(0).toUpperCase()}${doing.slice(1)} failed: ${line.replace(/[.\s]+$/, '')}.`,
    'Run the same command again with DEBUG=1 in front to see where.',
    error,
  );
}

/**
 * Emscripten throws objects that are no errors: {name: 'ErrnoError', errno: 44}.
 *
 * @param {unknown} error
 */
function messageOf(error) {
  if (error instanceof Error) return error.message;
  return typeof error === 'object' ? JSON.stringify(error) : String(error);
}

/**
 * The first line of a message; of a Python traceback the last, which names the error.
 *
 * @param {string} message
 */
function gist(message) {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const line = lines[0]?.startsWith('Traceback') ? lines.at(-1) : lines[0];
  return (line ?? 'no reason given').trim().slice(0, 300);
}

/**
 * The line of a tool's output that most likely says why it failed.
 *
 * @param {string} output
 */
function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const blamed = lines.filter((line) => /error/i.test(line)).at(-1);
  return (blamed ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

/**
 * Print a failure the way every command does.
 *
 * @param {unknown} error
 * @param {string} doing
 */
export function printFault(error, doing) {
  const fault = explain(error, doing);
  process.stderr.write(`\n${fault.happened}\n${fault.remedy}\n`);
  if (process.env.DEBUG) {
    process.stderr.write(`\n${fault.stack}\n`);
    if (fault.cause instanceof Error) process.stderr.write(`\nCaused by ${fault.cause.stack}\n`);
  }
}
