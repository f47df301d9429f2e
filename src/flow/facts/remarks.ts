import type { Exchange, Remark } from '../../http/exchange.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';

/** What stands in `Remark.of` for a flow. */
const OF_FLOW = 'flow';

/** The remark of an exchange on its flow or on one of its messages. Without one, an empty remark. */
function remarkOf({ remarks }: Exchange, of: string): Remark {
  return remarks?.find((one) => one.of === of) ?? { of, pinned: false, text: '' };
}

/** The pin and the note on a message. */
export function messageRemark({ kind, exchange }: Message): Remark {
  return remarkOf(exchange, kind);
}

/** The pin and the note on a flow. Any of its messages may have it, because more may come before. */
export function flowRemark({ messages }: Pick<Flow, 'messages'>): Remark {
  const holder = messages.find(({ exchange }) =>
    exchange.remarks?.some(({ of }) => of === OF_FLOW),
  );
  return holder ? remarkOf(holder.exchange, OF_FLOW) : { of: OF_FLOW, pinned: false, text: '' };
}

/** The exchange that holds, or would hold, the remark on a flow. */
export function flowRemarkHolder({ messages }: Pick<Flow, 'messages'>): Exchange | null {
  const holder = messages.find(({ exchange }) =>
    exchange.remarks?.some(({ of }) => of === OF_FLOW),
  );
  return (holder ?? messages[0])?.exchange ?? null;
}
