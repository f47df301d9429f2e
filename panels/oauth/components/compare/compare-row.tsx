import { useContext } from 'preact/hooks';
import type { Compared, Place } from '../../../../src/conclusion/compare/compared.ts';
import { howDifferent } from '../../../../src/conclusion/compare/how-different.ts';
import { comparedLabel, isSecretValue } from '../../view/comparison-labels.ts';
import { secretsOfBoth } from '../../view/comparison-safe.ts';
import { differingPart } from '../../view/differing-part.ts';
import { hideIn } from '../../view/masking.ts';
import { beginning, visible } from '../../view/visible.ts';
import { Value } from '../message/value.tsx';
import { Sides } from './compare-sides.ts';

const SIGNS = { different: '≠', reused: '=', own: '✓', equal: '=', unknown: '◌' } as const;
const MEANINGS = {
  different: 'different',
  reused: 'equal, but each attempt needs a new one',
  own: 'different, as it should be',
  equal: 'equal',
  unknown: 'cannot be compared',
} as const;

/** Where it is not clear from its name what the absence of a value means. */
const ABSENT: Readonly<Partial<Record<Place, string>>> = {
  cookie: 'not sent',
  'cookie set': 'not set',
  flow: '–',
};

/** One value of both attempts. */
export function CompareRow({ value }: { readonly value: Compared }) {
  const { a, b, is } = value;
  const how =
    is === 'different' && a !== null && b !== null ? howDifferent(value.name, a, b) : null;
  return (
    <tr class={`compare-row ${is}`} data-likeness={is} data-name={value.name}>
      <th scope="row">
        <span class="sign" role="img" aria-label={MEANINGS[is]} title={MEANINGS[is]}>
          {SIGNS[is]}
        </span>{' '}
        {visible(comparedLabel(value))}
        {is === 'reused' && <span class="compare-how">{MEANINGS.reused}</span>}
        {how !== null && <span class="compare-how">in A, {visible(how)}</span>}
      </th>
      <Cell letter="A" text={a} other={b} value={value} />
      <Cell letter="B" text={b} other={a} value={value} />
    </tr>
  );
}

interface CellProps {
  readonly letter: string;
  readonly text: string | null;
  readonly other: string | null;
  readonly value: Compared;
}

function Cell({ letter, text, other, value }: CellProps) {
  const sides = useContext(Sides);
  const secrets = sides ? secretsOfBoth(sides) : [];
  return (
    <td data-side={letter}>
      {text === null ? (
        <span class="quiet">
          {value.is === 'unknown' ? 'not recorded' : (ABSENT[value.place] ?? 'not there')}
        </span>
      ) : value.is === 'different' && other !== null && !isSecretValue(value) ? (
        <Marked text={hideIn(text, secrets)} other={hideIn(other, secrets)} />
      ) : (
        <Value
          name={`${value.name} of ${letter}`}
          value={text}
          secret={isSecretValue(value)}
          secrets={secrets}
        />
      )}
    </td>
  );
}

const LONGEST = 2_000;

/** The text with the part marked in which it differs. */
function Marked({ text, other }: { readonly text: string; readonly other: string }) {
  const { before, differs, after } = differingPart(
    beginning(text, LONGEST),
    beginning(other, LONGEST),
  );
  return (
    <code class="value">
      {visible(before)}
      {differs !== '' && <mark>{visible(differs)}</mark>}
      {visible(after)}
      {text.length > LONGEST && ' …'}
    </code>
  );
}
