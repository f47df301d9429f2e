import type { Message, MessageKind } from '../oauth/message.ts';
import { kindNamed } from '../oauth/message-kinds.ts';

/** What a kind of message is called; its file in `oauth/kinds/` says so. */
export const kindWord = (kind: MessageKind): string => kindNamed(kind).word;

/** What a message is called. A document that Grantscope fetched is not traffic of the page. */
export const messageWord = ({ kind, exchange }: Message): string => {
  const word = kindNamed(kind).wordOf?.(exchange) ?? kindWord(kind);
  return exchange.onDemand ? `${word}, fetched by Grantscope` : word;
};
