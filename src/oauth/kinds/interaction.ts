import type { Exchange } from '../../http/exchange.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';

/** A page of the authorization server between request and response: login, consent, error. */
export interface Interaction extends MessageBase {
  readonly kind: 'interaction';
}

/** A document that may turn out to be a page of a flow: of the server, or of the client. */
export interface DocumentSighting {
  readonly kind: 'document';
  readonly exchange: Exchange;
}

declare module '../message.ts' {
  interface AssembledTypes {
    interaction: Interaction;
  }
  interface PartTypes {
    document: DocumentSighting;
  }
}

function recogniseDocument({ exchange }: ExchangeView): DocumentSighting | null {
  const document = exchange.destination === 'document' || exchange.destination === 'iframe';
  return document ? { kind: 'document', exchange } : null;
}

export default defineKind({
  kind: 'interaction',
  word: 'authorization server page',
  wordOf: ({ request }) =>
    request.method === 'POST' ? 'form submission' : 'authorization server page',
  lanes: ['user agent', 'authorization server'],
  sentBy: 'navigation',
  parts: { document: 3 },
  turn: 'last',
  recognise: recogniseDocument,
  failsAlone: true,
  shownAlone: false,
  leadsToTokens: true,
});
