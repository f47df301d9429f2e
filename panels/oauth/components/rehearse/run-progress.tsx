import { useEffect } from 'preact/hooks';
import { FAULTS } from '../../../../src/rehearsal/all-faults.ts';
import { messagesInTime, rehearsalRow } from '../../../../src/rehearsal/rehearsal-rows.ts';
import { useStore } from '../../model/context.ts';
import type { RehearsalRun } from '../../model/rehearsing.ts';
import type { Store } from '../../model/store.ts';
import { safeText } from '../../view/finding-text.ts';
import { RunTable } from './run-table.tsx';
import { useTimeLeft } from './time-left.ts';

/** Notes what the application did with the fault that is on, and goes on with the next one. */
function goOn(store: Store, run: RehearsalRun): void {
  const { rehearsing } = store;
  rehearsing.stop();
  const last = rehearsing.last.value;
  const rows = [...run.rows];
  if (last && last.id !== run.before) {
    const messages = messagesInTime(store.session.value.snapshot.value);
    const row = rehearsalRow({ ...last, endedAt: null }, messages);
    rows.push({ ...row, did: safeText(row.did, messages) });
  }
  const index = run.index + 1;
  rehearsing.run.value = { ...run, index, before: last?.id ?? null, rows };
  const next = run.plans[index];
  if (next) rehearsing.arm(next);
}

/** The fault of a run that is on: what to do now, and how the run goes on. */
export function RunProgress({ run }: { readonly run: RehearsalRun }) {
  const store = useStore();
  const plan = run.plans[run.index];
  const last = store.rehearsing.last.value;
  const current = last && last.id !== run.before ? last : null;
  const { snapshot } = store.session.value;
  const row = current
    ? rehearsalRow({ ...current, endedAt: null }, messagesInTime(snapshot.value))
    : null;
  const left = useTimeLeft(row?.until ?? null);
  const isMet = row?.until != null;
  const isDone = current?.ended != null && (!isMet || left === 0);
  useEffect(() => {
    if (isDone) goOn(store, run);
  }, [isDone, store, run]);
  const fault = FAULTS.find(({ id }) => id === plan?.fault);
  const end = () => {
    goOn(store, { ...run, plans: run.plans.slice(0, run.index + 1) });
  };
  return (
    <section class="run-of-all" aria-label="Run of faults" data-testid="run-progress">
      <progress
        value={run.index}
        max={run.plans.length}
        aria-label={`${run.index} of ${run.plans.length} done`}
      />
      <p role="status">
        {run.index + 1} of {run.plans.length}: <strong>{plan?.title}</strong>.{' '}
        {isMet
          ? `The application met it, and is followed for ${Math.ceil(left / 1_000)} s more.`
          : (fault?.needs ?? 'Start the login again.')}
      </p>
      <p class="run-buttons">
        {!isMet && (
          <button type="button" class="plain" onClick={() => store.reloadPage()}>
            Reload the app
          </button>
        )}
        <button type="button" class="plain" onClick={() => goOn(store, run)}>
          {isMet ? 'Next now' : 'Skip'}
        </button>
        <button type="button" class="plain" onClick={end}>
          Stop the run
        </button>
      </p>
      {run.rows.length > 0 && <RunTable rows={run.rows} />}
    </section>
  );
}
