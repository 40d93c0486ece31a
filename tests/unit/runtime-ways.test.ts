import { afterEach, expect, test, vi } from 'vitest';
import { FAST_LINE, waysFor, waysHere } from '../../src/runtime/ways.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a fast line', FAST_LINE, true, ['kept', 'shipped', 'built', 'plain']],
  ['a slow line', FAST_LINE - 1, true, ['kept', 'built', 'plain']],
  ['a line of unknown speed', null, true, ['kept', 'built', 'plain']],
  ['a fast line, in an engine that it does not fit', FAST_LINE, false, ['kept', 'built', 'plain']],
])('%s', (_, megabits, fitsShipped, ways) => {
  expect(waysFor({ megabits, fitsShipped })).toEqual(ways);
});

test.each([
  ['?runtime=shipped', 'Google Inc.', ['shipped', 'plain']],
  ['?a=b&runtime=kept', 'Google Inc.', ['kept', 'plain']],
  ['?runtime=built', 'Apple Computer, Inc.', ['built', 'plain']],
  ['?runtime=plain', '', ['plain', 'plain']],
  ['?runtime=somehow', '', ['kept', 'shipped', 'built', 'plain']],
  ['', 'Apple Computer, Inc.', ['kept', 'built', 'plain']],
])('the address %s, in a browser of "%s"', (search, vendor, ways) => {
  vi.stubGlobal('location', { search });
  vi.stubGlobal('navigator', { vendor });
  expect(waysHere(FAST_LINE)).toEqual(ways);
});
