import { expect, test } from 'vitest';
import { keeper, type Storage } from '../../src/stores/storage.ts';
import { failing, memory } from './stores-fake.ts';

test('what is written can be read', () => {
  const keep = keeper(() => memory());
  const shared = memory();
  const other = keeper(() => shared);
  other.write('a', { b: [1] });
  expect(other.read('a')).toEqual({ b: [1] });
  other.forget('a');
  expect(other.read('a')).toBeNull();
  expect(keep.read('a')).toBeNull();
});

test('text that is not JSON reads as nothing', () => {
  const storage = memory({ a: '{"half":' });
  expect(keeper(() => storage).read('a')).toBeNull();
});

test('storage that throws on access is blocked, and nothing else happens', () => {
  const keep = keeper((): Storage => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(keep.read('a')).toBeNull();
  keep.write('a', 1);
  keep.forget('a');
  expect(keep.$health.get()).toBe('blocked');
});

test('a full storage is full until a write succeeds again', () => {
  const storage = failing('QuotaExceededError');
  const keep = keeper(() => storage);
  keep.write('a', 1);
  expect(keep.$health.get()).toBe('full');
  storage.works = true;
  keep.write('a', 2);
  expect(keep.$health.get()).toBe('working');
  expect(keep.read('a')).toBe(2);
});

test('health is told once, not at every keystroke', () => {
  const keep = keeper(() => failing('QuotaExceededError'));
  const told: string[] = [];
  keep.$health.listen((health) => told.push(health));
  for (const text of 'typing') keep.write('a', text);
  expect(told).toEqual(['full']);
});
