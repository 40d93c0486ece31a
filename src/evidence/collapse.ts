const DURATION_MS = 420;

/**
 * Lets the ticks that a new result no longer has fold away to the left, so that the eye sees what the
 * change saved. Nothing moves for readers who asked for less motion, nor when nothing was saved.
 * @param before the strip of the earlier result; it may be out of the page by now.
 */
export function collapse(host: HTMLElement, before: SVGSVGElement | null): void {
  const strip = host.querySelector('.evidence > .barcode .barcode-strip');
  const after = strip?.querySelector<SVGSVGElement>('.barcode-image');
  if (!before || !strip || !after || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const [had, has] = [share(before), share(after)];
  if (has >= had) return;
  const ghost = before.cloneNode(true) as SVGSVGElement;
  ghost.classList.add('barcode-ghost');
  strip.append(ghost);
  const folding = ghost.animate(
    [
      { transform: 'scaleX(1)', opacity: 1 },
      { transform: `scaleX(${has / had})`, opacity: 0.15 },
    ],
    { duration: DURATION_MS, easing: 'cubic-bezier(0.5, 0, 0.2, 1)' },
  );
  folding.addEventListener('finish', () => ghost.remove());
}

/** Which part of its strip a barcode fills: its ticks stand from the left, without gaps. */
function share(image: SVGSVGElement): number {
  const outline = [...image.querySelectorAll('path')]
    .map((path) => path.getAttribute('d'))
    .join('');
  const ticks = outline.split('z').length - 1;
  return ticks / Number(image.getAttribute('viewBox')?.split(' ')[2] ?? ticks);
}
