import { figure } from '../evidence/amounts.ts';
import { scoreWords } from '../evidence/score.ts';
import { measuredWords } from '../evidence/verdict.ts';
import type { Attainment, Progress } from '../stores/progress.ts';
import { passedWords } from './exercise-passed.ts';
import { part } from './workspace-data.ts';

/** How far the learner has come, in a few words; null before the first attempt. */
export function attainmentWords({ passed, best, nearest, shown }: Attainment): string | null {
  if (passed !== null) {
    return `${passedWords({ cost: best })}${shown ? ', after seeing the solution' : ''}`;
  }
  if (nearest === null || nearest.of === 0) return shown ? 'You have seen the solution' : null;
  if (nearest.points) {
    const mended = `${figure(nearest.passed)} of ${figure(nearest.of)} defects mended`;
    return `Your best so far: ${scoreWords(nearest.points)}, ${mended}`;
  }
  const checks = `${figure(nearest.passed)} of ${figure(nearest.of)} checks`;
  const distance = nearest.measured ? ` (${measuredWords(nearest.measured)})` : '';
  return `Your best so far: ${checks}${distance}`;
}

export function connectAttainment(root: HTMLElement, progress: Progress): void {
  const place = part(root, '[data-part=attainment]', HTMLElement);
  progress.$attainment.subscribe((attainment) => {
    const words = attainmentWords(attainment);
    place.hidden = words === null;
    place.textContent = words;
    place.classList.toggle('attainment-passed', attainment.passed !== null);
  });
}
