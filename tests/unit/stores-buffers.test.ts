import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bufferKey, openBuffers, type Starter } from '../../src/stores/buffers.ts';
import { keeper } from '../../src/stores/storage.ts';
import { failing, memory } from './stores-fake.ts';

const starter: Starter = { slug: 'demo', version: 'v1', files: { 'a.py': 'one', 'b.py': 'two' } };
const changed: Starter = { ...starter, version: 'v2', files: { 'a.py': 'uno', 'b.py': 'two' } };
const KEY = bufferKey('demo');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened(storage = memory(), from = starter) {
  return {
    storage,
    buffers: openBuffers(
      from,
      keeper(() => storage),
    ),
  };
}

test('an untouched exercise shows its starter and saves nothing', () => {
  const { storage, buffers } = opened();
  expect(buffers.$buffers.get()).toEqual({ files: starter.files, outdated: false, kept: null });
  buffers.flush();
  expect(storage.entries.size).toBe(0);
});

test('typing is saved within 300 ms of a pause, in one write', () => {
  const { storage, buffers } = opened();
  const written = vi.spyOn(storage, 'setItem');
  buffers.edit('a.py', 'o');
  vi.advanceTimersByTime(100);
  buffers.edit('a.py', 'on');
  vi.advanceTimersByTime(300);
  expect(written).toHaveBeenCalledTimes(1);
  expect(opened(storage).buffers.$buffers.get().files['a.py']).toBe('on');
});

test('leaving the page saves what was typed a moment ago', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  expect(opened(storage).buffers.$buffers.get().files['a.py']).toBe('mine');
});

test('text that is typed back to the starter is forgotten', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  buffers.edit('a.py', 'one');
  buffers.flush();
  expect(storage.entries.has(KEY)).toBe(false);
});

test("files that are not the learner's to edit are not taken", () => {
  const { storage, buffers } = opened();
  buffers.edit('main.py', 'forged');
  buffers.flush();
  expect(buffers.$buffers.get().files).toEqual(starter.files);
  expect(storage.entries.size).toBe(0);
});

test('a reset can be undone, after a reload too', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.reset();
  expect(buffers.$buffers.get()).toMatchObject({ files: starter.files, kept: 'reset' });
  const again = opened(storage).buffers;
  again.bringBack();
  expect(again.$buffers.get()).toMatchObject({ files: { 'a.py': 'mine' }, kept: null });
});

test('undoing a reset keeps what was typed since', () => {
  const { buffers } = opened();
  buffers.edit('a.py', 'first');
  buffers.reset();
  buffers.edit('a.py', 'second');
  buffers.bringBack();
  expect(buffers.$buffers.get().files['a.py']).toBe('first');
  buffers.bringBack();
  expect(buffers.$buffers.get().files['a.py']).toBe('second');
});

test('a second reset of an untouched text does not lose the kept one', () => {
  const { buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.reset();
  buffers.reset();
  buffers.bringBack();
  expect(buffers.$buffers.get().files['a.py']).toBe('mine');
});

test('an untouched exercise follows a new starter silently', () => {
  const { storage } = opened();
  expect(opened(storage, changed).buffers.$buffers.get()).toEqual({
    files: changed.files,
    outdated: false,
    kept: null,
  });
});

test("a new version leaves the learner's text and says so", () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  const { $buffers } = opened(storage, changed).buffers;
  expect($buffers.get()).toMatchObject({ files: { 'a.py': 'mine' }, outdated: true });
});

test('keeping mine settles it for good', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  opened(storage, changed).buffers.keepMine();
  const { $buffers } = opened(storage, changed).buffers;
  expect($buffers.get()).toMatchObject({ files: { 'a.py': 'mine' }, outdated: false });
});

test('taking the new starter keeps mine, and bringing it back settles it', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  const next = opened(storage, changed).buffers;
  next.takeNew();
  expect(next.$buffers.get()).toEqual({
    files: changed.files,
    outdated: false,
    kept: 'new_starter',
  });
  next.bringBack();
  expect(next.$buffers.get()).toMatchObject({ files: { 'a.py': 'mine' }, outdated: false });
});

test('a file that a new starter adds comes with its text', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'mine');
  buffers.flush();
  const grown = { ...changed, files: { ...changed.files, 'c.py': 'three' } };
  const { $buffers } = opened(storage, grown).buffers;
  expect($buffers.get().files).toEqual({ 'a.py': 'mine', 'b.py': 'two', 'c.py': 'three' });
});

test.each([
  ['not JSON', '{"format":'],
  ['another shape', '{"format":1,"files":[1,2]}'],
  ['text that is no text', '{"format":1,"version":"v1","files":{"a.py":7},"kept":null}'],
  ['a later format', '{"format":9,"version":"v1","files":{},"kept":null}'],
  ['null', 'null'],
])('saved data that is %s gives the starter, and stays until the learner types', (_, text) => {
  const { storage, buffers } = opened(memory({ [KEY]: text }));
  expect(buffers.$buffers.get()).toEqual({ files: starter.files, outdated: false, kept: null });
  buffers.flush();
  expect(storage.entries.get(KEY)).toBe(text);
});

test('with storage full the text lives on in memory', () => {
  const storage = failing('QuotaExceededError');
  const keep = keeper(() => storage);
  const buffers = openBuffers(starter, keep);
  buffers.edit('a.py', 'mine');
  vi.advanceTimersByTime(300);
  expect(keep.$health.get()).toBe('full');
  expect(buffers.$buffers.get().files['a.py']).toBe('mine');
});

test('what another tab saved is taken over, unless something here is unsaved', () => {
  const { storage, buffers } = opened();
  const other = opened(storage).buffers;
  other.edit('a.py', 'from the other tab');
  other.flush();
  buffers.refresh();
  expect(buffers.$buffers.get().files['a.py']).toBe('from the other tab');
  buffers.edit('a.py', 'typed here');
  other.edit('a.py', 'typed there');
  other.flush();
  buffers.refresh();
  expect(buffers.$buffers.get().files['a.py']).toBe('typed here');
});

test('a text that another tab saved meanwhile is kept beside the one that was typed here', () => {
  const { storage, buffers } = opened();
  const other = opened(storage).buffers;
  buffers.edit('a.py', 'typed here');
  other.edit('a.py', 'typed there');
  other.flush();
  buffers.flush();
  expect(buffers.$buffers.get()).toMatchObject({
    files: { 'a.py': 'typed here' },
    kept: 'other_tab',
  });
  other.refresh();
  expect(other.$buffers.get().files['a.py']).toBe('typed here');
  buffers.bringBack();
  expect(buffers.$buffers.get().files['a.py']).toBe('typed there');
  buffers.letGo();
  expect(opened(storage).buffers.$buffers.get()).toMatchObject({
    files: { 'a.py': 'typed there' },
    kept: null,
  });
});

test('a tab that slept through many saves of another does not overwrite the last of them', () => {
  const { storage, buffers } = opened();
  buffers.edit('a.py', 'first');
  buffers.flush();
  const other = opened(storage).buffers;
  for (const text of ['one', 'second', 'third']) {
    other.edit('a.py', text);
    other.flush();
  }
  buffers.edit('a.py', 'late');
  buffers.flush();
  buffers.bringBack();
  expect(buffers.$buffers.get().files['a.py']).toBe('third');
});

test('the same text in both tabs is no conflict', () => {
  const { storage, buffers } = opened();
  const other = opened(storage).buffers;
  for (const tab of [buffers, other]) tab.edit('a.py', 'the same');
  other.flush();
  buffers.flush();
  expect(buffers.$buffers.get()).toMatchObject({ files: { 'a.py': 'the same' }, kept: null });
});

test('each text that goes is told, and what another tab types while this one only looks is not', () => {
  const storage = memory();
  const gone: string[] = [];
  const open = () =>
    openBuffers(
      starter,
      keeper(() => storage),
      (files, why) => gone.push(`${why}: ${files['a.py']}`),
    );
  const [here, there] = [open(), open()];
  here.edit('a.py', 'mine');
  here.flush();
  for (const text of ['a', 'ab', 'abc']) {
    there.refresh();
    there.edit('a.py', text);
    there.flush();
    here.refresh();
  }
  expect(gone).toEqual(['other_tab: mine']);
  here.reset();
  expect(gone.at(-1)).toBe('reset: abc');
});

test('an entry of an earlier release is read, and saved over without a question', () => {
  const old = { format: 1, version: 'v1', files: { 'a.py': 'old', 'b.py': 'two' }, kept: null };
  const { buffers } = opened(memory({ [KEY]: JSON.stringify(old) }));
  buffers.edit('a.py', 'new');
  buffers.flush();
  expect(buffers.$buffers.get()).toMatchObject({ files: { 'a.py': 'new' }, kept: null });
});

test('a text that the storage refused is not replaced by the older one that it has', () => {
  const storage = failing('QuotaExceededError');
  storage.works = true;
  const buffers = openBuffers(
    starter,
    keeper(() => storage),
  );
  buffers.edit('a.py', 'saved');
  buffers.flush();
  storage.works = false;
  buffers.edit('a.py', 'refused');
  buffers.flush();
  buffers.refresh();
  expect(buffers.$buffers.get()).toMatchObject({ files: { 'a.py': 'refused' }, kept: null });
});
