export interface Row {
  what: string;
  measured: string;
  /** Compared with the target, when there is one. */
  ratio?: number;
  /** Bytes, milliseconds or megabytes, when the target is in those. */
  bytes?: number;
  target?: number;
}

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, ratio, bytes, target }) => {
    const kept =
      target === undefined ? '' : (ratio ?? bytes ?? 0) <= target ? 'kept' : '**missed**';
    const limit =
      target === undefined ? '' : ratio === undefined ? target.toLocaleString('en') : `${target}`;
    return `| ${what} | ${measured} | ${ratio?.toFixed(2) ?? ''} | ${limit} | ${kept} |`;
  });
  return ['| what | measured | ratio | target | |', '|---|---|---|---|---|', ...lines].join('\n');
}
