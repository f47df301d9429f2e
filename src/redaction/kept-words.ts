import { parameterEntry } from '../oauth/registry/parameters.ts';
import { grantOf } from '../oauth/values/grants.ts';

/** Words that reports are made of; a secret that equals one of them cannot be told from the word. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'access account address admin after allowed analysis answer answered application authentication authorization ' +
    'authorization-request authorization-response token-request token-response interaction landing userinfo-request api-call ' +
    'metadata-request jwks-request pushed-authorization-request device-authorization-request end-session-request ' +
    'revocation-request introspection-request backchannel-authentication-request backchannel-notification registration-request client-metadata-request protected-resource-metadata-request backchannel-logout-request preflight authorize back basic bearer because before body browser bytes ' +
    'callback cause cannot certain challenge character characters check claim claims client code config consent cookie ' +
    'credentials data date default demo denied device different dpop empty encoded endpoint error errors example exchange ' +
    'exchanges expected expires failed failure false field file first flow form found fragment from gap grant guest header ' +
    'headers home html http https identity info issuer json length likely local localhost login logout match message messages ' +
    'metadata method missing name native network none null observed offline once online openid other page pairs parameter ' +
    'params pass password pkce plain post profile prompt public query recorder recording redirect refresh registration report ' +
    'request requests required resource response responses root same schema scope second secret seconds section sent server ' +
    'session signature silent sources spec state status string succeeded test text time title token tokens true type undefined ' +
    'unfinished unknown unspecified user userinfo username value values verdict verifier version warning when with without ' +
    'authorizationserver startedat findings observed causedby certainty severity owner certain parent relation inside after gaps sources exchange recorder ' +
    'authorization_code refresh_token client_credentials device_code token_exchange jwt_bearer saml_bearer other implicit hybrid ciba registration ' +
    'late-start popup back-channel lost-body lost-exchange service-worker blind-page truncated-file sanitized-file clock own-failure paused ' +
    'wrong sequencediagram participant note over autonumber mermaid s256 get put patch delete options head'
  ).split(' '),
);

/** Parameters that are lists of words, separated by spaces. */
const LISTS = new Set('scope response_type prompt acr_values ui_locales claims_locales'.split(' '));
/** Parameters in which a server may quote what it was sent. */
const PROSE = new Set('error_description error_uri verification_uri_complete claims'.split(' '));
const MAX_VALUE = 2_000;

/** The words of a recording that say nothing about anybody, beside those of the standards. */
export class Vocabulary {
  readonly #words = new Set<string>();

  /** A public or identifying value: a scope, an error code, a client_id. Sentences are none. */
  add(name: string, value: string): void {
    if (PROSE.has(name) || value.length > MAX_VALUE) return;
    const words = LISTS.has(name) ? value.split(/\s+/) : [value];
    for (const word of words) if (!/[\s@]/.test(word)) this.#words.add(word.toLowerCase());
  }

  /** A host, and the domains that it belongs to. */
  addHost(host: string): void {
    const labels = host.toLowerCase().split('.');
    for (let first = 0; first < labels.length; first += 1) {
      this.#words.add(labels.slice(first).join('.'));
    }
  }

  has(value: string): boolean {
    const word = value.toLowerCase();
    return (
      this.#words.has(word) ||
      WORDS.has(word) ||
      parameterEntry(word) !== null ||
      grantOf(value) !== null
    );
  }
}
