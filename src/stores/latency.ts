/**
 * How far away the database of timelines is, the same wherever one is shown.
 *
 * Saved format, under `beyond-runserver:latency`: `{ format: 1, ms }`, one of `LATENCIES`.
 * Migrations: none yet. What does not parse is forgotten.
 */
import * as v from 'valibot';
import type { Keeper } from './storage.ts';

/** Milliseconds that each query waits for the network, there and back. */
export const LATENCIES = [0, 1, 5, 20, 100] as const;

export type Latency = (typeof LATENCIES)[number];

const KEY = 'beyond-runserver:latency';
const Saved = v.object({ format: v.literal(1), ms: v.picklist(LATENCIES) });

export function readLatency(keeper: Keeper): Latency {
  const saved = v.safeParse(Saved, keeper.read(KEY));
  return saved.success ? saved.output.ms : 0;
}

export function writeLatency(keeper: Keeper, ms: Latency): void {
  keeper.write(KEY, { format: 1, ms });
}

/** A value of the dial, from the text of a form. */
export function latencyOf(text: string): Latency {
  return LATENCIES.find((each) => String(each) === text) ?? 0;
}
