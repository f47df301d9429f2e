import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { labelWord, placeholderFacts } from '../../view/placeholder-facts.ts';
import { visible } from '../../view/visible.ts';

const MAX_SHOWN = 500;
const MAX_TOLD = 2;

/** Says by what the shown recording was redacted and what that hides, and lists its placeholders. */
export function RedactedNotice({ told }: { readonly told: readonly string[] }) {
  const { redaction } = useStore().snapshot.value;
  const placeholders = redaction?.placeholders ?? [];
  return (
    <div class="notice" data-testid="redacted-bar">
      <div class="grow">
        {told.slice(0, MAX_TOLD).map((text) => (
          <p key={text}>{visible(text)}</p>
        ))}
        {told.length > MAX_TOLD && (
          <p class="quiet">and {told.length - MAX_TOLD} more, among the gaps</p>
        )}
        {placeholders.length > 0 && (
          <details>
            <summary>{count(placeholders.length, 'placeholder')}</summary>
            <ul class="placeholder-list">
              {placeholders.slice(0, MAX_SHOWN).map((placeholder) => (
                <li key={placeholder.name}>
                  <code class="placeholder">{visible(placeholder.name)}</code>{' '}
                  {labelWord(placeholder)}{' '}
                  <span class="quiet">· {placeholderFacts(placeholder)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}
