/** A stretch of a text, as offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A statement with its values in place. */
export interface FilledSql {
  sql: string;
  /** Where the values stand. */
  values: readonly Span[];
  /** False when a value was cut, or is of no kind that SQL can write. */
  runnable: boolean;
}

/** Python's report cuts values at this many characters. */
const CUT_AT = 200;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What a string that Python printed holds. */
function unescaped(body: string): string {
  return body.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gis,
    (_, byte?: string, short?: string, long?: string, char = '') => {
      const code = byte ?? short ?? long;
      return code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char);
    },
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function hex(text: string): string {
  return [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** `2026, 1, 31, 9, 5` as `2026-01-31 09:05:00`. */
function moment(parts: string, dateOnly: boolean): string | null {
  const numbers = parts.split(',').map((part) => part.trim());
  if (!numbers.every((part) => /^\d+$/.test(part))) return null;
  const [year, month, day, hour, minute, second, micro] = numbers.map((part) =>
    part.padStart(2, '0'),
  );
  const date = `${year}-${month}-${day}`;
  if (dateOnly) return quoted(date);
  const fraction = micro ? `.${micro.padStart(6, '0')}` : '';
  return quoted(`${date} ${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${fraction}`);
}

/** A value that Python printed, as SQLite writes it; null when it has no way to. */
export function literal(printed: string): string | null {
  if (printed.length >= CUT_AT && printed.endsWith('…')) return null;
  if (printed === 'None') return 'NULL';
  if (printed === 'True') return '1';
  if (printed === 'False') return '0';
  if (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(printed)) return printed;
  const text = /^(b?)(['"])(.*)\2$/s.exec(printed);
  if (text) {
    const body = unescaped(text[3] ?? '');
    return text[1] ? `X'${hex(body)}'` : quoted(body);
  }
  const call = /^(Decimal|UUID|datetime\.date|datetime\.datetime)\((.*)\)$/s.exec(printed);
  if (!call) return null;
  const [, name, inside = ''] = call;
  if (name === 'Decimal') return inside.slice(1, -1);
  if (name === 'UUID') return quoted(inside.slice(1, -1).replaceAll('-', ''));
  return moment(inside, name === 'datetime.date');
}

/** Puts the values of a query where its statement has placeholders. */
export function fillSql(sql: string, params: readonly string[]): FilledSql {
  if (params.length === 0) return { sql, values: [], runnable: true };
  const names = new Map(
    params.map((param) => {
      const at = param.indexOf('=');
      return [param.slice(0, at), param.slice(at + 1)] as const;
    }),
  );
  const values: Span[] = [];
  let runnable = true;
  let used = 0;
  let text = '';
  let end = 0;
  for (const match of sql.matchAll(/%%|%s|%\((\w+)\)s/g)) {
    text += sql.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      text += '%';
      continue;
    }
    const printed = match[1] === undefined ? params[used] : names.get(match[1]);
    used++;
    const value = printed === undefined ? null : literal(printed);
    if (value === null) runnable = false;
    const start = text.length;
    text += value ?? printed ?? match[0];
    values.push({ start, end: text.length });
  }
  // Values of several rows, as of `executemany`, have no one place.
  if (names.size > 0 && used === 0) return { sql, values: [], runnable: false };
  return { sql: text + sql.slice(end), values, runnable };
}
