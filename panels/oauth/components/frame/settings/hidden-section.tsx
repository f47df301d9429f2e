import { useStore } from '../../../model/context.ts';

/** The hidden checks, each with a button to show it again. */
export function HiddenSection() {
  const store = useStore();
  const hidden = store.settings.hiddenChecks.value;
  if (hidden.length === 0) {
    return (
      <p class="quiet">
        None. Open a finding and choose “Hide this check” to hide what its check reports, in every
        flow.
      </p>
    );
  }
  return (
    <>
      <ul class="hidden-checks">
        {hidden.map((check) => (
          <li key={check}>
            <span class="mono grow">{check}</span>
            <button
              type="button"
              class="plain"
              aria-label={`Show findings of ${check} again`}
              onClick={() => store.showCheck(check)}
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
