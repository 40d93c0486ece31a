/**
 * The rules that teach: mistakes, habits of Django and Python that cost something, old ways with a
 * better new one. No taste: what only looks different is for "Format".
 */
export const RUFF_SETTINGS = {
  'line-length': 100,
  'indent-width': 4,
  'target-version': 'py313',
  lint: {
    select: ['E4', 'E7', 'E9', 'F', 'W', 'B', 'DJ', 'UP', 'PERF'],
    // An exercise's models need no text of their own, and files end as the learner leaves them.
    ignore: ['DJ008', 'W292', 'W293', 'W391'],
  },
  format: { 'indent-style': 'space', 'quote-style': 'double' },
} as const;
