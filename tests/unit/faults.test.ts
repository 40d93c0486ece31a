import { describe, expect, test } from 'vitest';
import { explain, Fault } from '../../src/build/faults.mjs';

/** What tools really print, shortened, and the sentence that it must become. */
const said: [string, string, RegExp][] = [
  [
    'pip without a network',
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...): Failed to establish a new connection: [Errno 111] Connection refused': /simple/django/\nERROR: Could not find a version that satisfies the requirement Django==6.1.3 (from versions: none)\nERROR: No matching distribution found for Django==6.1.3",
    /^The network did not answer while testing\. Check the connection/,
  ],
  [
    'pip with a mirror that is behind',
    'ERROR: Could not find a version that satisfies the requirement Django==6.1.3 (from versions: 5.2)\nERROR: No matching distribution found for Django==6.1.3',
    /^While testing, a version was asked for that the package source does not have\./,
  ],
  [
    'pip with a wrong file',
    'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
    /^While testing, a downloaded file did not have the expected hash\. It was thrown away\./,
  ],
  ['Python without pip', '/usr/bin/python3: No module named pip', /^This Python has no pip\./],
  ['an old pip', 'no such option: --abi', /^The pip of this Python is too old\./],
  [
    'pip on a full disk',
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
    /^The disk is full, so testing could not finish\./,
  ],
  [
    'npm without a network',
    'npm error code ENOTFOUND\nnpm error network request failed, reason: getaddrinfo ENOTFOUND',
    /^The network did not answer/,
  ],
  ['npm with a wrong file', 'npm error code EINTEGRITY', /did not have the expected hash/],
  [
    'npm with other files',
    'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json are in sync.',
    /^package\.json and package-lock\.json do not agree\./,
  ],
  ['npm in a foreign folder', 'npm error code EACCES', /may not be written/],
  [
    'a proxy with its own certificate',
    'npm error code SELF_SIGNED_CERT_IN_CHAIN',
    /certificate of the package source was not trusted/,
  ],
  [
    'something else',
    'Resolving\nerror: the moon is full.\n',
    /^Testing failed: error: the moon is full\. Run the same command again with DEBUG=1/,
  ],
];

describe('explain', () => {
  test.each(said)('%s', (_name, output, sentence) => {
    expect(explain(new Error('pip failed'), 'testing', output).message).toMatch(sentence);
  });

  test('knows system errors by their code', () => {
    const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(explain(error, 'testing').happened).toBe(
      'The disk is full, so testing could not finish.',
    );
  });

  test('leaves a fault as it is', () => {
    const fault = new Fault('It rains.', 'Wait.');
    expect(explain(fault, 'testing')).toBe(fault);
  });

  test('has one line for what nobody knows, and never a stack', () => {
    const { message } = explain(new TypeError('x is not a function\n    at y (z.ts:1)'), 'testing');
    expect(message).toBe(
      'Testing failed: x is not a function. Run the same command again with DEBUG=1 in front to see where.',
    );
  });

  test('takes the last line of a Python traceback', () => {
    const error = new Error('Traceback (most recent call last):\n  File "a.py"\nKeyError: 1\n');
    expect(explain(error, 'testing').happened).toBe('Testing failed: KeyError: 1.');
  });

  test('survives a thrown value that is no error', () => {
    expect(explain(undefined, 'testing').happened).toBe('Testing failed: undefined.');
  });
});
