import { useStore } from '../../../model/context.ts';

/** Checks whose findings are not shown, each with the way back. */
export function SilencedSection() {
  const store = useStore();
  const silenced = store.settings.silenced.value;
  if (silenced.length === 0) {
    return (
      <p class="quiet">
        None. Open a finding and choose “Silence this” to hide what its check reports, in every
        flow.
      </p>
    );
  }
  return (
    <>
      <ul class="silenced-checks">
        {silenced.map((check) => (
          <li key={check}>
            <span class="mono grow">{check}</span>
            <button
              type="button"
              class="plain"
              aria-label={`Show findings of ${check} again`}
              onClick={() => store.unsilence(check)}
            >
              Show again
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">Verdicts and reports still take them into account.</p>
    </>
  );
}
