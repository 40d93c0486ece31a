/** A cell by row and column, from 0. */
export interface At {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows in view. */
  page: number;
}

/** Where a key leads from a cell; null for keys that lead nowhere. */
export function destination(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: At,
  { rows, columns, page }: Extent,
): At | null {
  const whole = ctrlKey || metaKey;
  const to = (r: number, c: number): At => ({
    row: Math.max(0, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(whole ? 0 : row, 0);
    case 'End':
      return to(whole ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}
