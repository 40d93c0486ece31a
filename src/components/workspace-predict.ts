import type { Predictions } from '../answers/toml.ts';
import type { Form } from '../runtime/exercise.ts';
import { part } from './workspace-data.ts';

type PredictForm = Extract<Form, { kind: 'predict' }>;

export interface Predict {
  draw(answers: Predictions): void;
}

/** The questions of a prediction. What they show is what was drawn last. */
export function createPredict(
  root: HTMLElement,
  form: PredictForm,
  changed: (answers: Predictions) => void,
): Predict {
  const questions = part(root, '[data-part=questions]', HTMLElement);
  const inputs = [...questions.querySelectorAll('input')];
  let answers: Predictions = {};

  questions.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { [target.name]: _, ...rest } = answers;
    const answer = target.type === 'radio' ? target.value : target.valueAsNumber;
    // What the keys of the form do not answer stays: the text may say more than the form asks.
    changed(Number.isNaN(answer) ? rest : ordered({ ...rest, [target.name]: answer }, form));
  });
  // Enter in a field must not load the page anew.
  questions.addEventListener('submit', (event) => event.preventDefault());

  return {
    draw(next) {
      answers = next;
      for (const input of inputs) {
        const answer = answers[input.name];
        if (input.type === 'radio') input.checked = input.value === answer;
        else if (answer === undefined) clear(input);
        else if (input.valueAsNumber !== answer) input.value = String(answer);
      }
    },
  };
}

/** Half a number, like a lone minus, is no answer yet: it must not vanish while it is typed. */
function clear(input: HTMLInputElement): void {
  if (!input.validity.badInput) input.value = '';
}

function ordered(answers: Predictions, { questions }: PredictForm): Predictions {
  const known = questions.flatMap(({ id }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return { ...Object.fromEntries(known), ...answers };
}
