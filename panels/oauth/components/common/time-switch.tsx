import { useStore } from '../../model/context.ts';
import { nextTimeForm, TIME_FORM_WORDS } from '../../view/time.ts';

/** Changes the form of all times of the panel: relative, local, UTC. */
export function TimeSwitch() {
  const { times } = useStore().settings;
  const { name, text } = TIME_FORM_WORDS[times.value];
  const next = nextTimeForm(times.value);
  const change = `show ${TIME_FORM_WORDS[next].name}`;
  return (
    <button
      type="button"
      class="time-switch"
      data-testid="time-switch"
      title={`Times: ${text}. Press to ${change}.`}
      aria-label={`Times: ${name}; ${change}`}
      onClick={() => {
        times.value = next;
      }}
    >
      {name} <span aria-hidden="true">⇄</span>
    </button>
  );
}
