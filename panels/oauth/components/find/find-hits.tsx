import { useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Hit } from '../../../../src/search/search-recording.ts';
import { messageWord } from '../../../../src/words/kinds.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { hitExcerpt } from '../../view/hit-excerpt.ts';
import { hitSecrets } from '../../view/hit-secrets.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import { visible } from '../../view/visible.ts';
import { showHit } from './use-find.ts';

const STEP = 100;

/** Hits of one flow, with their indexes in the whole list. */
interface Group {
  readonly flow: string;
  readonly hits: { readonly hit: Hit; readonly index: number }[];
}

function byFlow(hits: readonly Hit[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, hit] of hits.entries()) {
    const last = groups.at(-1);
    if (last?.flow === hit.flow) last.hits.push({ hit, index });
    else groups.push({ flow: hit.flow, hits: [{ hit, index }] });
  }
  return groups;
}

function Row({ hit, index }: { readonly hit: Hit; readonly index: number }) {
  const store = useStore();
  const flows = store.flows.value;
  const message = flows.find(({ flow }) => flow.id === hit.flow)?.flow.messages[hit.step ?? -1];
  const { before, match, after } = hitExcerpt(hit, hitSecrets(hit, flows));
  const { place, name } = hit.text;
  return (
    <li>
      <button
        type="button"
        class="hit"
        data-row
        data-testid="hit"
        aria-current={store.find.at.value === index}
        onClick={() => showHit(store, index)}
      >
        <span class="hit-step quiet">
          {message && hit.step !== null ? `${hit.step + 1} ${messageWord(message)}` : ''}
        </span>
        <span class="hit-text">
          <span class="quiet">
            {place}
            {name !== '' &&
              hit.at !== 'name' &&
              hit.at !== 'row' &&
              ` ${visible(name.slice(0, 80))}`}
            :
          </span>{' '}
          <span class="mono">
            {before}
            <mark>{match}</mark>
            {after}
          </span>
        </span>
      </button>
    </li>
  );
}

function title(flow: AnalysedFlow['flow'] | undefined): string {
  return !flow || flow.id === OUTSIDE ? 'Outside any flow' : flowTitle(flow);
}

/** The hits by flow and message. */
export function FindHits() {
  const store = useStore();
  const [limit, setLimit] = useState(STEP);
  const hits = store.find.hits.value;
  const left = hits.length - limit;
  return (
    <div class="hits" data-region="hits">
      {byFlow(hits.slice(0, limit)).map(({ flow, hits: own }) => (
        <section
          key={flow}
          aria-label={title(store.flows.value.find((one) => one.flow.id === flow)?.flow)}
        >
          <h2>{title(store.flows.value.find((one) => one.flow.id === flow)?.flow)}</h2>
          <ul>
            {own.map(({ hit, index }) => (
              <Row key={index} hit={hit} index={index} />
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
          show {Math.min(left, STEP)} more of {count(left, 'match')}
        </button>
      )}
    </div>
  );
}
