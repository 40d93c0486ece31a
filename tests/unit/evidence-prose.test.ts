import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { checksList } from '../../src/evidence/checks.ts';
import { errorBlock } from '../../src/evidence/error.ts';
import { findingsList } from '../../src/evidence/findings.ts';
import { prose, spans, spoken } from '../../src/evidence/prose.ts';
import { nPlusOne } from './evidence-reports.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const code = (text: string) => ({ code: true, text });
const words = (text: string) => ({ code: false, text });

test.each([
  ['', []],
  ['Plain.', [words('Plain.')]],
  ['Use `only()`.', [words('Use '), code('only()'), words('.')]],
  ['`a` and `b`', [code('a'), words(' and '), code('b')]],
  ['a lone ` stays', [words('a lone ` stays')]],
  ['`a` and a lone `', [code('a'), words(' and a lone `')]],
  ['nothing between ``', [words('nothing between ``')]],
])('%j', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test('text stays text, between backticks too', () => {
  const host = document.createElement('p');
  host.append(...prose(document, 'Not <b>bold</b>, nor `<img src=x>`.').filter((n) => n !== null));
  expect(host.querySelector('b, img')).toBeNull();
  expect(host.querySelector('code')?.textContent).toBe('<img src=x>');
});

test('what is spoken has no backticks', () => {
  expect(spoken('`order.nam` is not there.')).toBe('order.nam is not there.');
});

function codesIn(element: Element | null): (string | null)[] {
  return [...(element?.querySelectorAll('code') ?? [])].map((each) => each.textContent);
}

test('a hint, a check and a finding show their code as code', () => {
  const error = {
    type: 'AttributeError',
    message: "'Customer' object has no attribute 'nam'",
    frames: [],
    hint: '`Customer` has no `nam`.',
    causes: [],
  };
  expect(codesIn(errorBlock(document, error, null))).toEqual(['Customer', 'nam']);
  const check = {
    title: 'Returns the same',
    status: 'failed',
    message: '`order_report()` returned None.',
    place: null,
    measured: null,
    advice: null,
    points: null,
  } as const;
  expect(codesIn(checksList(document, [check], null))).toEqual(['order_report()']);
  const [finding] = nPlusOne(5).findings;
  if (!finding) throw new Error('the report has no finding');
  const message = 'Add select_related("customer") to the queryset.';
  const list = findingsList(document, [{ ...finding, message }], null);
  expect(codesIn(list)[0]).toBe('select_related("customer")');
});
