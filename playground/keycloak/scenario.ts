import type { Relation } from '../../src/correlation/item.ts';
import type { MessageKind } from '../../src/oauth/message.ts';
import type { Grant } from '../../src/oauth/values/grants.ts';
import type { Outcome } from '../../src/words/outcomes.ts';
import type { IdentityProvider } from './realms.ts';

/** What the user does at Keycloak's pages besides logging in and agreeing. */
export interface Person {
  /** Presses the button of that identity provider instead of giving a password. */
  readonly through?: IdentityProvider;
  /** Mistypes the password at first. */
  readonly mistypes?: boolean;
  /** Presses No at the consent page. */
  readonly refuses?: boolean;
}

/** One flow that the analysis of the scenario's traffic must find. */
export interface ExpectedFlow {
  readonly outcome: Outcome;
  /** Id of the check that names the root cause. Null when there is none. */
  readonly cause: string | null;
  /** Text from Keycloak that the verdict repeats. */
  readonly says?: string;
  /** `client_id`, or null where no message can name it. */
  readonly client: string | null;
  readonly grant: Grant;
  /** Kinds of its messages, each once, in the order of their first appearance. */
  readonly kinds: readonly MessageKind[];
  /** The flow that this one belongs to, by its `client_id`, and the relation. */
  readonly parent?: { readonly client: string; readonly relation: Relation };
}

/** One button of the page that uses Keycloak. */
export interface KeycloakScenario {
  readonly name: string;
  readonly sentence: string;
  readonly library: 'keycloak-js' | 'oidc-client-ts' | 'oauth4webapi';
  readonly person: Person;
  /** All flows, in the order of their starts. */
  readonly flows: readonly ExpectedFlow[];
}

type Sketch = Pick<KeycloakScenario, 'sentence' | 'flows'> & Partial<KeycloakScenario>;

/** Fills in what most scenarios have in common. */
export function scenario(name: string, sketch: Sketch): KeycloakScenario {
  return { name, library: 'oauth4webapi', person: {}, ...sketch };
}
