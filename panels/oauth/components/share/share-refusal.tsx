import { count } from '../../../../src/words/numbers.ts';
import type { Ready } from '../../model/sharing.ts';
import { visible } from '../../view/visible.ts';

const MAX_SHOWN = 5;
/** Characters before and after the place. */
const AROUND = 60;

/** A report that still shows a removed value: where, and what to do. */
export function ShareRefusal({ ready: { refused, text } }: { readonly ready: Ready }) {
  const lines = text.split('\n');
  return (
    <div class="share-refusal" role="alert" data-testid="share-refusal">
      <p>
        <strong>✖ Nothing can be copied or saved.</strong> The finished text still shows a replaced
        value at {count(refused.length, 'place')}:
      </p>
      <ul>
        {refused.slice(0, MAX_SHOWN).map(({ name, encoding, line, column }) => (
          <li key={`${line} ${column} ${name}`}>
            <code>{name}</code> in line {line}, column {column}
            {encoding !== '' && ` (${encoding})`}:{' '}
            <code class="value">{visible(around(lines[line - 1] ?? '', column - 1))}</code>
          </li>
        ))}
        {refused.length > MAX_SHOWN && (
          <li class="quiet">and at {count(refused.length - MAX_SHOWN, 'more place')}</li>
        )}
      </ul>
      <p>
        Choose another format, or remove what stands there with <em>Remove this too</em>. If it is
        no secret, choose <em>Keep this</em> at its placeholder. A missed secret is a defect of
        Grantscope: please report it, without the value.
      </p>
    </div>
  );
}

function around(line: string, at: number): string {
  const start = Math.max(at - AROUND, 0);
  const end = at + AROUND;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
