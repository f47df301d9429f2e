import type { Relation } from '../../src/correlation/item.ts';
import type { MessageKind } from '../../src/oauth/message.ts';
import type { Grant } from '../../src/oauth/values/grants.ts';
import type { Outcome } from '../../src/words/outcomes.ts';
import type { IdentityProvider } from './realms.ts';

/** What a person does at Keycloak's pages, where it is not just to log in and agree. */
export interface Person {
  /** At first presses the button of that identity provider instead of giving a password. */
  readonly through?: IdentityProvider;
  /** Mistypes the password at first. */
  readonly mistypes?: boolean;
  /** Presses No at the consent page. */
  readonly refuses?: boolean;
}

/** One flow that somebody who watches the scenario's traffic should find. */
export interface ExpectedFlow {
  readonly outcome: Outcome;
  /** Id of the check that names the root cause; null when there is nothing to blame. */
  readonly cause: string | null;
  /** What its verdict repeats of what Keycloak says. */
  readonly says?: string;
  /** `client_id`, or null where no message can name it. */
  readonly client: string | null;
  readonly grant: Grant;
  /** Kinds of its messages, each once, in the order in which they come up. */
  readonly kinds: readonly MessageKind[];
  /** `client_id` of the flow that this one belongs to, and how. */
  readonly parent?: { readonly client: string; readonly relation: Relation };
}

/** One button of the page whose authorization server is Keycloak. */
export interface KeycloakScenario {
  readonly name: string;
  readonly sentence: string;
  readonly library: 'keycloak-js' | 'oidc-client-ts' | 'oauth4webapi';
  readonly person: Person;
  /** Every flow, in the order of their starts. */
  readonly flows: readonly ExpectedFlow[];
}

type Sketch = Pick<KeycloakScenario, 'sentence' | 'flows'> & Partial<KeycloakScenario>;

/** Fills in what most scenarios have in common. */
export function scenario(name: string, sketch: Sketch): KeycloakScenario {
  return { name, library: 'oauth4webapi', person: {}, ...sketch };
}
