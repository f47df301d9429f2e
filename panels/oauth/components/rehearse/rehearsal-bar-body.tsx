import type { Rehearsal } from '../../../../src/extension/handover.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';

/** What is switched on, and the button that ends it. */
export function RehearsalNotice({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const store = useStore();
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
