import type { JWK } from 'jose';
import type { MessageKind } from '../src/oauth/message.ts';
import type { Addresses } from './addresses.ts';
import type { BrowserName } from './browsers/types.ts';

interface Conclusion {
  /** How the login ends. Null when there are only messages outside every flow. */
  readonly outcome: 'succeeded' | 'failed' | 'unfinished' | 'unknown' | null;
  /** Id of the check that names the root cause. Null when there is none. */
  readonly cause: string | null;
}

/** The conclusion that the analysis of a scenario's traffic must reach. */
export interface Expectation extends Conclusion {
  /** What the first line says, in parts: the values in question. */
  readonly says?: readonly string[];
  /** Kinds of message under which the cause may be. It depends on what the browser delivers. */
  readonly steps?: readonly MessageKind[];
  /** Kinds of message that the recording holds, in one flow, in several or in none. */
  readonly kinds?: readonly MessageKind[];
  /** Kinds that only Firefox separates from what they belong to. */
  readonly onlyInFirefox?: readonly MessageKind[];
  /** Those of `kinds` that Firefox may not give to the panel, because the page left at once. */
  readonly lostInFirefox?: readonly MessageKind[];
  /**
   * The conclusion in Firefox, which gives no reason for a failed connection and does not say what a
   * service worker answered.
   */
  readonly inFirefox?: Partial<Conclusion>;
  /**
   * Ids of the other checks that correctly warn or report an error, beyond consequences of the
   * cause.
   */
  readonly furtherFindings?: readonly string[];
  /** Further findings in Firefox alone. */
  readonly furtherInFirefox?: readonly string[];
  /** The panel receives a varying part. The outcome may then also be unknown. */
  readonly lossy?: boolean;
}

/** Client metadata (RFC 7591 section 2) by its wire names. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Settings that a registration may depend on. */
export interface RegistrationSetting {
  readonly addresses: Addresses;
  /** Public half of the key with which every client may sign. */
  readonly jwks: { readonly keys: readonly JWK[] };
}

/** One button of the playground: a real login with at most one fault. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly expected: Expectation;
  readonly client:
    | 'oauth4webapi'
    | 'oidc-client-ts'
    | 'auth0-spa-js'
    | 'keycloak-js'
    | 'msal-browser'
    | 'server';
  /** The authorization server at which the client logs in. */
  readonly server: 'issuer' | 'upstream' | 'secure';
  /** `fresh` forgets every session of the authorization server before the scenario starts. */
  readonly session: 'remembered' | 'fresh';
  /** What the user does at the login page. */
  readonly answer: 'sign-in' | 'cancel';
  /** What its client registered in addition to, or instead of, what every client registers. */
  readonly registration: (setting: RegistrationSetting) => Metadata;
  /** The panel shows nothing that the capture does not show as well. Only `captures` plays it. */
  readonly capturedOnly: boolean;
  /** The page is at an address of the public internet, and the servers are at this machine. */
  readonly fromPublic: boolean;
}

/** What differs from most scenarios. */
export interface Sketch extends Expectation {
  readonly title: string;
  readonly sentence: string;
  readonly client?: Scenario['client'];
  readonly server?: Scenario['server'];
  readonly session?: Scenario['session'];
  readonly answer?: Scenario['answer'];
  readonly registration?: Scenario['registration'] | Metadata;
  readonly capturedOnly?: boolean;
  readonly fromPublic?: boolean;
}

/** Fills in what most scenarios have in common. */
export function scenario(name: string, sketch: Sketch): Scenario {
  const {
    outcome,
    cause,
    says = [],
    steps = [],
    kinds = [],
    inFirefox = {},
    lossy = false,
  } = sketch;
  const { title, sentence, registration = {}, lostInFirefox = [], onlyInFirefox = [] } = sketch;
  const { furtherFindings = [], furtherInFirefox = [] } = sketch;
  const further = { furtherFindings, furtherInFirefox };
  const expected = {
    outcome,
    cause,
    says,
    inFirefox,
    steps,
    kinds,
    lostInFirefox,
    onlyInFirefox,
    lossy,
    ...further,
  };
  return {
    name,
    title,
    sentence,
    expected,
    client: sketch.client ?? 'oauth4webapi',
    server: sketch.server ?? 'issuer',
    session: sketch.session ?? 'remembered',
    answer: sketch.answer ?? 'sign-in',
    registration: typeof registration === 'function' ? registration : () => registration,
    capturedOnly: sketch.capturedOnly ?? false,
    fromPublic: sketch.fromPublic ?? false,
  };
}

/** What the analysis must conclude in that browser. */
export function expectedIn(browser: BrowserName, { expected }: Scenario): Conclusion {
  const { outcome, cause, inFirefox } = expected;
  return browser === 'firefox' ? { outcome, cause, ...inFirefox } : { outcome, cause };
}

/** The client of a scenario. Each has its own, so that flows can be distinguished. */
export function clientIdOf(name: string): string {
  // This client's id is the address of its metadata, which ends with its name.
  if (name === 'mcp-client-document') return name;
  return `playground-${name}`;
}
