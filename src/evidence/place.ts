import { el } from './el.ts';

/** A line to go to. */
export interface Target {
  file: string;
  line: number;
}

/** What a click on a place announces: a bubbling `place` event with this detail. */
export type PlaceEvent = CustomEvent<Target>;

/** A button that goes to a line. `behavior.ts` turns its click into a `place` event. */
export function placeButton(
  document: Document,
  place: Target & { name: string },
): HTMLButtonElement {
  const { file, line, name } = place;
  return el(
    document,
    'button',
    { type: 'button', class: 'place', 'data-file': file, 'data-line': line },
    name,
  );
}

/** Tells the page that the reader wants to see a line. */
export function announcePlace(from: HTMLElement, { file, line }: Target): void {
  from.dispatchEvent(new CustomEvent('place', { detail: { file, line }, bubbles: true }));
}
