import { expect, test } from 'vitest';
import { describe } from '../../src/runtime/faults.ts';
import { InterpreterLost } from '../../src/runtime/interpreter.ts';
import { AUTHORS_FAULT } from '../../src/runtime/protocol.ts';

test.each([
  ['the exercise', `${AUTHORS_FAULT}: ProjectError: checks.py demands nothing`, 'broken_exercise'],
  ['the memory', 'RangeError: WebAssembly.Memory.grow(): out of memory', 'out_of_memory'],
  ['the code', 'RuntimeError: unreachable', 'crashed'],
])('an interpreter that ended by %s is told so', (_, message, code) => {
  expect(describe(new InterpreterLost(message))).toMatchObject({
    code,
    detail: expect.stringContaining(message),
  });
});
