import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { useStore } from '../../model/context.ts';
import { lazy } from '../../model/lazy.tsx';
import { Icon } from '../common/icons.tsx';
import { Boundary } from '../frame/error-boundary.tsx';

const CompareBody = lazy(() => import('./compare-body.tsx').then((view) => view.CompareBody));

/** The shown attempt beside another one, in place of the flow. */
export function CompareView({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const other = store.comparing.other.value;
  const place = store.comparing.place.value;
  if (!other || !place) return null;
  return (
    <section class="compare" aria-label="Comparison" data-testid="comparison">
      <button
        type="button"
        class="link compare-back"
        title="Back to the flow (Esc)"
        onClick={() => store.comparing.end()}
      >
        <Icon name="back" /> Back to the flow
      </button>
      <Boundary what="the comparison" retry={analysed}>
        <CompareBody
          key={`${analysed.flow.id} ${other.flow.id}`}
          a={analysed}
          b={other}
          place={place}
        />
      </Boundary>
    </section>
  );
}
