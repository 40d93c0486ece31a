import { expect, test } from 'vitest';
import {
  type Archive,
  type Event,
  openHistory,
  type Version,
  type Versions,
} from '../../src/stores/history.ts';
import { fitting, MOST, thinned } from '../../src/stores/thinning.ts';

const typed: Event = { kind: 'typed' };
const ran: Event = { kind: 'run', queries: 225, error: null };
const passed: Event = { kind: 'check', passed: true };

/** An archive in memory, for all exercises, that can refuse. */
function shelf() {
  const kept = new Map<string, Versions>();
  const fake = {
    kept,
    fails: null as string | null,
    asked: 0,
    async update(slug: string, change: (versions: Versions) => Versions) {
      fake.asked++;
      if (fake.fails) throw new DOMException('refused', fake.fails);
      const files = change(kept.get(slug) ?? {});
      kept.set(slug, files);
      return files;
    },
  };
  return fake satisfies Archive;
}

function opened(keep = shelf()) {
  let time = 0;
  const history = openHistory('demo', { 'a.py': 'starter' }, keep, () => ++time);
  const texts = async () => (await history.of('a.py')).map(({ text }) => text);
  return { keep, history, texts };
}

test('versions come back on the next visit, the newest first', async () => {
  const { keep, history } = opened();
  await history.note({ 'a.py': 'one' }, typed);
  await history.note({ 'a.py': 'two' }, ran);
  expect(await opened(keep).texts()).toEqual(['two', 'one']);
});

test('a text is there once, and what was measured of it stays', async () => {
  const { history, texts } = opened();
  await history.note({ 'a.py': 'one' }, passed);
  await history.note({ 'a.py': 'two' }, typed);
  await history.note({ 'a.py': 'one' }, { kind: 'reset' });
  expect(await texts()).toEqual(['one', 'two']);
  expect((await history.of('a.py'))[0]?.event).toEqual(passed);
});

test('the starter is no version', async () => {
  const { history, texts, keep } = opened();
  await history.note({ 'a.py': 'starter' }, ran);
  expect(await texts()).toEqual([]);
  expect(keep.kept.get('demo') ?? {}).toEqual({});
});

test('exercises do not share a history', async () => {
  const { keep, history } = opened();
  await history.note({ 'a.py': 'one' }, typed);
  expect(await openHistory('other', {}, keep).of('a.py')).toEqual([]);
});

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'blocked'],
] as const)('after %s it goes on in memory, and asks no more', async (name, health) => {
  const { keep, history, texts } = opened();
  await history.note({ 'a.py': 'one' }, typed);
  keep.fails = name;
  await history.note({ 'a.py': 'two' }, typed);
  const { asked } = keep;
  await history.note({ 'a.py': 'three' }, typed);
  expect(history.$health.get()).toBe(health);
  expect(await texts()).toEqual(['three', 'two', 'one']);
  expect(keep.asked).toBe(asked);
});

function versions(ages: readonly number[], event: Event = typed): Version[] {
  return ages.map((age) => ({ text: `text of ${age}`, at: 1_000_000 - age, event }));
}

test('old versions thin out, the newest stay', () => {
  const ages = Array.from({ length: 400 }, (_, index) => 1 + index * 10);
  const left = thinned(versions(ages), 50, 1_000_000).map(({ at }) => 1_000_000 - at);
  expect(left).toHaveLength(50);
  expect(left.slice(0, 10)).toEqual(ages.slice(0, 10));
  expect(left.at(-1)).toBeGreaterThan(3000);
  const gaps = left.slice(1).map((age, index) => age - (left[index] ?? 0));
  expect(gaps.at(-2)).toBeGreaterThan(gaps[12] ?? 0);
});

test('what passed is thinned last', () => {
  const all = versions(Array.from({ length: 80 }, (_, index) => index + 1));
  const one = all[30] as Version;
  all[30] = { ...one, event: passed };
  expect(thinned(all, 20, 1_000_000).some(({ text }) => text === one.text)).toBe(true);
});

test('an exercise has a bound, however long its files are', () => {
  const long = (letter: string) =>
    versions([1, 2, 3, 4, 5, 6]).map((each, index) => {
      return { ...each, text: letter.repeat(200_000 + index) };
    });
  const files = fitting({ 'a.py': long('a'), 'b.py': long('b') }, 1_000_000);
  const letters = Object.values(files)
    .flat()
    .reduce((sum, { text }) => sum + text.length, 0);
  expect(letters).toBeLessThanOrEqual(MOST.letters);
  expect(files['a.py']?.[0]?.text).toHaveLength(200_000);
});
