import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Decision, Sharing } from '../../model/sharing.ts';
import { masked } from '../../view/masking.ts';
import { visible } from '../../view/visible.ts';

const SHORTEST = 2;
const MAX_SHOWN = 80;

interface Props {
  readonly sharing: Sharing;
  /** The text that is typed, or selected in the preview. */
  readonly value: Signal<string>;
}

/** Replaces a further value, typed or selected in the preview. */
export function RemoveToo({ sharing, value }: Props) {
  const [refused, setRefused] = useState('');
  const remove = (): void => {
    const text = value.value.trim();
    const why = unfit(text, sharing);
    setRefused(why);
    if (why !== '') return;
    sharing.decide({ is: 'remove', value: text, name: null, secret: false });
    value.value = '';
  };
  return (
    <form
      class="share-remove"
      onSubmit={(event) => {
        event.preventDefault();
        remove();
      }}
    >
      <label>
        Remove this too:{' '}
        <input
          type="text"
          value={value.value}
          placeholder="select text in the preview, or type"
          autocomplete="off"
          spellcheck={false}
          data-testid="share-remove"
          onInput={({ currentTarget }) => {
            value.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="plain">
        Remove
      </button>
      <span role="status" class="warning">
        {refused}
      </span>
    </form>
  );
}

/** Why a text cannot be replaced; empty when it can. */
function unfit(text: string, { last }: Sharing): string {
  if (text.length < SHORTEST) return 'Type at least two characters.';
  if (/[‹›]/.test(text))
    return 'The text has a placeholder in it. Select only what stands beside it.';
  const known = last.value?.removed.some(({ value }) => value === text);
  return known ? 'This value is replaced already.' : '';
}

function what({ is, name, value, secret }: Decision, { state }: Sharing): string {
  const shown = secret ? masked(value) : visible(value.slice(0, MAX_SHOWN));
  if (is === 'keep') return `${name} stays readable: ${shown}`;
  const now = state.value;
  const isThere =
    now.is !== 'ready' ||
    now.removed.some((one) => one.value === value && one.placeholder.times > 0);
  return isThere ? `“${shown}” is removed too` : `“${shown}” stands nowhere in the recording`;
}

/** The decisions about single values, each with a way back. */
export function Decisions({ sharing }: { readonly sharing: Sharing }) {
  const decisions = sharing.decisions.value;
  if (decisions.length === 0) return null;
  return (
    <ul class="share-decisions" aria-label="Your decisions">
      {decisions.map((decision) => (
        <li key={decision.value}>
          <span class={decision.secret ? 'grow warning' : 'grow'}>
            {decision.secret && '⚠ A secret: '}
            {what(decision, sharing)}
          </span>
          <button
            type="button"
            class="plain"
            aria-label={`Undo: ${what(decision, sharing)}`}
            onClick={() => sharing.undo(decision)}
          >
            Undo
          </button>
        </li>
      ))}
    </ul>
  );
}
