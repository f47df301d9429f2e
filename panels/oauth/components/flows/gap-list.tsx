import { useStore } from '../../model/context.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { RecordMoreOffer } from './record-more-offer.tsx';

const SHOWN = 50;

/** The gaps: parts that the recorder could not see. */
export function GapList() {
  const store = useStore();
  const { gaps } = store.snapshot.value;
  const live = store.file.value === null;
  if (gaps.length === 0) return null;
  return (
    <section class="gaps" aria-label="Gaps">
      <h2>Gaps in the recording</h2>
      <ul>
        {gaps.slice(-SHOWN).map((gap) => (
          <li key={`${gap.kind} ${gap.at} ${gap.text}`} data-testid="gap" data-kind={gap.kind}>
            <span class="sign quiet" aria-hidden="true">
              ◌
            </span>
            <span class="grow">
              {gap.at !== null && (
                <time class="mono quiet" title={momentTitle(gap.at)}>
                  {timeOfDay(gap.at)}{' '}
                </time>
              )}
              {visible(gap.text)}
              {gap.kind === 'late-start' && live && store.connected.value && (
                <>
                  {' '}
                  <button type="button" class="plain" onClick={() => store.reloadPage()}>
                    Reload the page
                  </button>
                </>
              )}
              <RecordMoreOffer kind={gap.kind} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
