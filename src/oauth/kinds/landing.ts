import { defineKind } from '../define-kind.ts';
import type { MessageBase } from '../message.ts';

/** A page of the client, to which the browser was sent after a response or a logout. */
interface Landing extends MessageBase {
  readonly kind: 'landing';
}

declare module '../message.ts' {
  interface AssembledTypes {
    landing: Landing;
  }
}

export default defineKind({
  kind: 'landing',
  word: 'client page',
  lanes: ['user agent', 'client'],
  sentBy: 'navigation',
  shownAlone: false,
  leadsToTokens: true,
});
