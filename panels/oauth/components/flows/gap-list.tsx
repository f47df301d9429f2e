import { useState } from 'preact/hooks';
import { gapTitle } from '../../../../src/words/gap-words.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { type GapGroup, gapGroups } from '../../view/gap-groups.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { GapOffers } from './gap-offers.tsx';

/** Groups that are listed, and flows that each links to. */
const [MOST_GROUPS, MOST_FLOWS] = [50, 20];

function Group({ group: { gap, count: times, flows, help } }: { readonly group: GapGroup }) {
  const store = useStore();
  return (
    <li data-testid="gap" data-kind={gap.kind}>
      <strong>{gapTitle(gap.kind)}</strong>
      {times > 1 && <span class="quiet"> ×{times}</span>}
      {gap.at !== null && times === 1 && (
        <>
          {' '}
          <time class="mono quiet" title={momentTitle(gap.at)}>
            {timeOfDay(gap.at)}
          </time>
        </>
      )}
      <p>{visible(gap.text)}</p>
      {help === 'proxy' && (
        <p class="quiet">
          A proxy in front of the server shows it: open its HAR file beside this recording.
        </p>
      )}
      {flows.length > 0 && (
        <ul class="gap-flows">
          {flows.slice(0, MOST_FLOWS).map((flow) => (
            <li key={flow.id}>
              <button type="button" class="link" onClick={() => store.openFlow(flow.id)}>
                {flowTitle(flow)}
              </button>
            </li>
          ))}
          {flows.length > MOST_FLOWS && <li class="quiet">and {flows.length - MOST_FLOWS} more</li>}
        </ul>
      )}
    </li>
  );
}

/** What the recorder could not see: one line, which opens to the reasons. */
export function GapList() {
  const store = useStore();
  const [isOpen, setOpen] = useState(false);
  const { gaps } = store.snapshot.value;
  if (gaps.length === 0) return null;
  const groups = gapGroups(gaps, store.flows.value);
  return (
    <details
      class="gaps"
      data-testid="gaps"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{count(gaps.length, 'gap')} in the recording</summary>
      <GapOffers groups={groups} />
      <ul>
        {groups.slice(0, MOST_GROUPS).map((group) => (
          <Group key={`${group.gap.kind} ${group.gap.text}`} group={group} />
        ))}
        {groups.length > MOST_GROUPS && (
          <li class="quiet">and {groups.length - MOST_GROUPS} more reasons</li>
        )}
      </ul>
    </details>
  );
}
