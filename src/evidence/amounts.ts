/** Numbers as they are read. Apart from the other words, as lessons need these before anything runs. */
const whole = new Intl.NumberFormat('en-US');

/** `1,234`. */
export function figure(count: number): string {
  return whole.format(count);
}

/** Units that are the same in the singular. */
const INVARIANT = new Set(['ms', 's', 'KB', 'MB', 'GB', '%']);

/** `1 query` of `queries`, `1 miss` of `misses`, `1 ms` of `ms`. */
function singular(unit: string): string {
  if (INVARIANT.has(unit)) return unit;
  if (unit.endsWith('ies')) return `${unit.slice(0, -3)}y`;
  return unit.replace(/(?<=ss|ch|sh|x)es$|s$/, '');
}

/** A measured number: whole as it is, else to about three figures. */
export function measure(got: number): string {
  if (Number.isInteger(got)) return figure(got);
  const digits = Math.abs(got) >= 100 ? 0 : Math.abs(got) >= 10 ? 1 : 2;
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(got);
}

/** A measured number with its unit, which reports hold in the plural. */
export function amount(count: number, unit: string): string {
  return `${measure(count)} ${count === 1 ? singular(unit) : unit}`;
}
