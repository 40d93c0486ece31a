const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });

/** `today`, `yesterday`, `3 days ago`, `2 months ago`. */
export function sinceWords(at: string, now = new Date()): string {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((day(now) - day(new Date(at))) / 86_400_000);
  if (days <= 0) return 'today';
  if (days < 14) return relative.format(-days, 'day');
  if (days < 60) return relative.format(-Math.round(days / 7), 'week');
  return relative.format(-Math.round(days / 30), 'month');
}
