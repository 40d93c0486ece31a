import { describe, expect, it } from 'vitest';
import { fillSql, literal } from '../../src/evidence/literals.ts';

describe('a value that Python printed', () => {
  it.each([
    ['None', 'NULL'],
    ['True', '1'],
    ['-12', '-12'],
    ['1.5e-07', '1.5e-07'],
    ["'Ada'", "'Ada'"],
    ['"it\'s"', "'it''s'"],
    [String.raw`'a\n\\b\x00\u20ac'`, "'a\n\\b\x00€'"],
    [String.raw`b'\x00\xffA'`, "X'00ff41'"],
    ["Decimal('10.50')", '10.50'],
    ["UUID('12345678-1234-5678-1234-567812345678')", "'12345678123456781234567812345678'"],
    ['datetime.date(2026, 1, 31)', "'2026-01-31'"],
    ['datetime.datetime(2026, 1, 31, 9, 5)', "'2026-01-31 09:05:00'"],
    ['datetime.datetime(2026, 1, 31, 9, 5, 7, 120)', "'2026-01-31 09:05:07.000120'"],
  ])('%s is written %s', (printed, sql) => {
    expect(literal(printed)).toBe(sql);
  });

  it.each([
    'Status.PAID',
    '<object>',
    'datetime.datetime(2026, 1, 31, 9, 5, tzinfo=datetime.timezone.utc)',
    `'${'x'.repeat(198)}…`,
  ])('%s has no SQL', (printed) => {
    expect(literal(printed)).toBeNull();
  });
});

describe('a filled statement', () => {
  const marked = (sql: string, params: string[]) => {
    const filled = fillSql(sql, params);
    return filled.values.map(({ start, end }) => filled.sql.slice(start, end));
  };

  it('has its values where the placeholders were, each marked', () => {
    const { sql, runnable } = fillSql("a = %s AND b LIKE '%%x' AND c IN (%s, %s)", [
      "'%s'",
      '1',
      'None',
    ]);
    expect(sql).toBe("a = '%s' AND b LIKE '%x' AND c IN (1, NULL)");
    expect(runnable).toBe(true);
    expect(marked('a = %s AND c IN (%s, %s)', ["'x'", '1', 'None'])).toEqual(["'x'", '1', 'NULL']);
  });

  it('finds named values', () => {
    expect(fillSql('a = %(x)s', ["x='a=b'"]).sql).toBe("a = 'a=b'");
  });

  it('keeps a statement without values as it is', () => {
    expect(fillSql("LIKE '%s'", []).sql).toBe("LIKE '%s'");
  });

  it.each([
    ['a = %s', ['Status.PAID']],
    ['a = %s AND b = %s', ['1']],
    ['INSERT (?)', ['(1,)', '(2,)']],
  ])('says when %s would not run', (sql, params) => {
    expect(fillSql(sql, params).runnable).toBe(false);
  });
});
