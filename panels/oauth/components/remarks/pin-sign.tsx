import { flowRemark } from '../../../../src/flow/facts/remarks.ts';
import type { Flow } from '../../../../src/flow/flow.ts';
import type { Remark } from '../../../../src/http/exchange.ts';
import { beginning, visible } from '../../view/visible.ts';

const MAX_TITLE = 300;

/** The signs of a pin and of a note; the note is the tooltip. */
export function RemarkSign({ remark: { pinned, text } }: { readonly remark: Remark }) {
  if (!pinned && text === '') return null;
  const title = [pinned ? 'Pinned.' : '', visible(beginning(text, MAX_TITLE))].join(' ').trim();
  return (
    <span class="remark-sign" role="img" aria-label={title} title={title}>
      {pinned && '★'}
      {text !== '' && '✎'}
    </span>
  );
}

/** The sign of a flow in the list. */
export function PinSign({ flow }: { readonly flow: Flow }) {
  return <RemarkSign remark={flowRemark(flow)} />;
}
