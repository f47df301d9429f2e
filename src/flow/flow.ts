import type { CodeCopy } from '../correlation/code-copies.ts';
import type { CookieLedger } from '../correlation/cookie-ledger.ts';
import type { Relation } from '../correlation/item.ts';
import type { Exchange } from '../http/exchange.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';
import type { AuthorizationResponse } from '../oauth/kinds/authorization-response.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { PushedAuthorizationRequest } from '../oauth/kinds/pushed-authorization-request.ts';
import type { RegistrationRequest } from '../oauth/kinds/registration-request.ts';
import type { TokenRequest } from '../oauth/kinds/token-request.ts';
import type { Message } from '../oauth/message.ts';
import type { Grant } from '../oauth/values/grants.ts';
import type { Facts } from './facts/facts.ts';
import type { RoundEnd } from './facts/round-end.ts';
import type { SignatureOf } from './signatures.ts';

/** The messages of one attempt, in order, and the facts about them as a whole. */
export interface Flow {
  /** Id of the flow's first exchange: stable while messages arrive. */
  readonly id: string;
  readonly grant: Grant;
  /** `client_id`, or null when no message names it. */
  readonly client: string | null;
  /**
   * Issuer when known, else the origin of the authorization server; null when no message shows it.
   */
  readonly authorizationServer: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly messages: readonly Message[];
  /** Id of the flow that contains this one, or that this one continues. */
  readonly parent: string | null;
  /** `inside`: a broker's login at another server; `after`: a logout, a step-up, an exchange. */
  readonly relation: Relation | null;
  /** The first authorization request, when it was recorded. */
  readonly request: AuthorizationRequest | null;
  readonly responses: readonly AuthorizationResponse[];
  /** Token requests in order: code, refresh and the rest. */
  readonly tokenRequests: readonly TokenRequest[];
  /** Metadata of this authorization server seen anywhere in the recording. */
  readonly metadata: MetadataRequest | null;
  readonly facts: Facts;
  /** Look-ups over the other flows of the recording. */
  readonly recording: RecordingView;
}

/**
 * Questions that a check may ask about the rest of the recording. Every answer is in time order.
 */
export interface RecordingView {
  /** What was set in cookies, and what came back. */
  readonly cookies: Pick<
    CookieLedger,
    'shows' | 'redirectTo' | 'lastSetting' | 'settingOf' | 'setAt' | 'visitOf'
  >;
  /** Whether a part of the recording that may hold messages could not be read. */
  lacksMessages(): boolean;
  /** Authorization requests anywhere whose effective parameter has that value. */
  requestsWith(name: RequestKey, value: string): readonly Located<AuthorizationRequest>[];
  /** The last of these requests, up to a moment, for which `accept` is true, among the 200 before it. */
  lastRequestWith(
    name: RequestKey,
    value: string,
    until: number,
    accept: (found: Located<AuthorizationRequest>) => boolean,
  ): Located<AuthorizationRequest> | null;
  /** Token requests anywhere that carry that value. */
  tokenRequestsWith(
    name: 'code' | 'refresh_token',
    value: string,
  ): readonly Located<TokenRequest>[];
  /**
   * The attempt of the same client that worked, closest in time and preferably earlier; null when
   * the recording has none. `login`: the server returned a code or tokens. `tokens`: the token
   * endpoint issued tokens.
   */
  otherSuccess(flow: Flow, granted: Success['granted']): Success | null;
  /** The last registration of this client by itself (RFC 7591); null when it did not. */
  registrationOf(client: string): RegistrationRequest | null;
  /** The last registration at the origin of this URL that made a client, up to a moment. */
  lastRegistration(url: string, until: number): RegistrationRequest | null;
  /** The pushed request for which a server issued this `request_uri` (RFC 9126). */
  pushedRequest(requestUri: string): PushedAuthorizationRequest | null;
  /** The loop of which this attempt is the last round; null for all others. */
  loopOf(flow: Flow): Loop | null;
  /** The page whose redirect led to this URL last, up to a moment; null when none was recorded. */
  redirectedTo(url: string, until: number): Exchange | null;
  /**
   * The first authorization request of a client after an API's refusal that repeats its demand
   * (RFC 9470). Without a client, that of any.
   */
  steppedUp(refusal: Exchange, client: string | null): Exchange | null;
  /** The requests that carried this code to another origin, in the URL of the callback page. */
  copiesOf(code: string): readonly CodeCopy[];
  /**
   * The last logout at this server in a span of time, both ends in milliseconds since the epoch.
   * With a client, none that names another client.
   */
  loggedOut(server: string, after: number, until: number, client?: string | null): Exchange | null;
  /** Whether a recorded key of its issuer made the signature of a token. */
  readonly signatureOf: SignatureOf;
  /** The first authorization request of a client after a moment; null when none was recorded. */
  nextLogin(client: string, after: number): Exchange | null;
}

/** A parameter by whose value authorization requests are found. */
type RequestKey = 'state' | 'nonce' | 'code_challenge' | 'request_uri';

/** Logins of one client that follow each other at once, because none of them is kept. */
export interface Loop {
  readonly count: number;
  /** When the first and the last of them began, in milliseconds since the epoch. */
  readonly since: number;
  readonly last: number;
  /** Id of the round before the last one. */
  readonly before: string;
  /** Whether all of them ended alike, as `end` and `value` say of the last one with a response. */
  readonly alike: boolean;
  readonly end: RoundEnd;
  readonly value: string | null;
}

/** An attempt that a server granted, to compare a failed one with. */
export interface Success {
  readonly granted: 'login' | 'tokens';
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly request: AuthorizationRequest | null;
  /** The token request that was answered with tokens. */
  readonly token: TokenRequest | null;
}

export interface Located<M> {
  readonly message: M;
  /** Id of the flow that the message belongs to. */
  readonly flow: string;
}
