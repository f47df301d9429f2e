import { useState } from 'preact/hooks';
import { count } from '../../../../src/words/numbers.ts';
import { beginning, visible, visibleLines } from '../../view/visible.ts';
import { useSoughtEnd } from '../find/sought-end.ts';

const SHORT = 400;
const SHORT_STEP = 20_000;
const BLOCK = 8_000;
const BLOCK_STEP = 100_000;

interface Props {
  readonly text: string;
  /** Several lines in a separate box. */
  readonly block?: boolean;
}

/** Shows text from the network: never as markup, with its invisible characters, up to a limit. */
export function LongText({ text, block = false }: Props) {
  const [limit, setLimit] = useState(block ? BLOCK : SHORT);
  const part = beginning(text, Math.max(limit, useSoughtEnd(text, limit)));
  const left = text.length - part.length;
  const more = left > 0 && (
    <button
      type="button"
      class="link"
      onClick={() => setLimit(limit + (block ? BLOCK_STEP : SHORT_STEP))}
    >
      {left > (block ? BLOCK_STEP : SHORT_STEP) ? 'show more' : 'show all'} (
      {count(left, 'more character')})
    </button>
  );
  if (!block) {
    return (
      <>
        {visible(part)}
        {left > 0 && '… '}
        {more}
      </>
    );
  }
  return (
    <div class="raw-box">
      <pre class="raw">{visibleLines(part)}</pre>
      {more}
    </div>
  );
}
