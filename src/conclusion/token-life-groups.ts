import type { TokenDeed, TokenEvent } from '../flow/facts/token-life.ts';
import type { Flow } from '../flow/flow.ts';
import { kindWord } from '../words/kinds.ts';

/** Events of one sort in the life of a token, in order. */
export interface LifeGroup {
  readonly deed: TokenDeed;
  /** What happened, as words before the steps. */
  readonly word: string;
  readonly events: readonly TokenEvent[];
}

const WORDS: Readonly<Record<TokenDeed, string>> = {
  issued: 'issued',
  accepted: 'accepted',
  refreshed: 'redeemed',
  active: 'introspected as active',
  inactive: 'introspected as not active',
  revoked: 'revoked',
  refused: 'refused',
  hinted: 'hint',
  sent: 'sent',
};

/** These deeds say nothing of the request, so its kind stands beside them. */
const BY_KIND: ReadonlySet<TokenDeed> = new Set(['accepted', 'refused', 'hinted', 'sent']);

/** The life of a token with equal events together, in the order in which they first happened. */
export function lifeGroups(life: readonly TokenEvent[], { messages }: Flow): readonly LifeGroup[] {
  const groups = new Map<string, { readonly group: LifeGroup; readonly events: TokenEvent[] }>();
  for (const event of life) {
    const kind = messages[event.message]?.kind;
    const word =
      kind && BY_KIND.has(event.deed)
        ? `${WORDS[event.deed]}: ${kindWord(kind)}`
        : WORDS[event.deed];
    const known = groups.get(word);
    if (known) known.events.push(event);
    else {
      const events = [event];
      groups.set(word, { group: { deed: event.deed, word, events }, events });
    }
  }
  return [...groups.values()].map(({ group }) => group);
}
