import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';

/** Above all views while a fault is switched on: what is on, and the button that ends it. */
export function RehearsalBar() {
  const store = useStore();
  const rehearsal = store.rehearsing.last.value;
  if (!rehearsal || rehearsal.ended !== null) return null;
  const { title, here, hits, held } = rehearsal;
  const met = held > 0 ? 'a call is held back' : `met ${count(hits.length, 'time')}`;
  const state = hits.length > 0 ? met : here ? 'waits for the application' : 'waits for its page';
  return (
    <div class="notice rehearsing" role="status" data-testid="rehearsal-bar">
      <span class="grow">
        <span aria-hidden="true">⚑</span> Rehearsing: <strong>{title}</strong> · {state}
      </span>
      <button
        type="button"
        class="plain"
        data-testid="rehearsal-stop"
        onClick={() => store.rehearsing.stop()}
      >
        Stop
      </button>
    </div>
  );
}
