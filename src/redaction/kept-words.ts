import { parameterEntry } from '../oauth/registry/parameters.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import { grantOf } from '../oauth/values/grants.ts';

/**
 * Words of every report. A secret that equals one of them cannot be distinguished from the word.
 */
const WORDS: ReadonlySet<string> = new Set(
  (
    'access account address admin after allowed analysis answer answered application authentication authorization ' +
    'authorize authorizationserver autonumber back basic bearer because before body browser bytes callback cause causedby ' +
    'cannot certain certainty challenge character characters check claim claims client code config consent cookie ' +
    'credentials data date default demo denied device different dpop empty encoded endpoint error errors example exchange ' +
    'exchanges expected expires failed failure false field file findings first flow form found fragment from gap gaps grant ' +
    'guest header headers home html http https identity info inside issuer json length likely local localhost login logout ' +
    'match message messages metadata method missing name native network none note null observed offline once online openid ' +
    'other over owner page pairs parameter params parent participant pass password pkce plain post profile prompt public query ' +
    'recorder recording redirect refresh registration relation report request requests required resource response responses ' +
    'root same schema scope second secret seconds section sent sequencediagram server session severity signature silent sources ' +
    'spec startedat state status string succeeded test text time title token tokens true type undefined unfinished unknown ' +
    'unspecified user userinfo username value values verdict verifier version warning when with without wrong mermaid s256 get ' +
    'put patch delete options head'
  ).split(' '),
);

/** Parameters that are lists of words, separated by spaces. */
const LISTS = new Set('scope response_type prompt acr_values ui_locales claims_locales'.split(' '));
/** Parameters in which a server may quote what it was sent. */
const PROSE = new Set('error_description error_uri verification_uri_complete claims'.split(' '));
const MAX_VALUE = 2_000;
const MAX_PARTIES = 1_000;
/** Parameters and claims that name a client or a server. */
const PARTIES = new Set('client_id azp iss issuer aud appid cid client'.split(' '));
const MAX_NAME = 200;

/**
 * The words that reports keep: those of the standards, and words of a recording that identify
 * nobody.
 */
export class KeptWords {
  readonly #words = new Set<string>();
  readonly #parties = new Set<string>();

  /**
   * Keeps a public or identifying value: a scope, an error code, a client_id. It does not keep
   * sentences.
   */
  add(name: string, value: string): void {
    if (PARTIES.has(name)) this.#parties.add(value);
    if (PROSE.has(name) || value.length > MAX_VALUE) return;
    const words = LISTS.has(name) ? value.split(/\s+/) : [value];
    for (const word of words) if (!/[\s@]/.test(word)) this.#words.add(word.toLowerCase());
    if (classifyName(name).secrecy === 'identifier') this.#addParts(value);
  }

  /** Keeps the words of a name such as `shop-web`. */
  #addParts(name: string): void {
    const parts = name.slice(0, MAX_NAME).split(/[^\p{L}]+/u);
    for (const part of parts) if (part.length >= 3) this.#words.add(part.toLowerCase());
  }

  /** Keeps a host, its parent domains and the words in it. */
  addHost(host: string): void {
    this.#addParts(host);
    const labels = host.toLowerCase().split('.');
    for (let first = 0; first < labels.length; first += 1) {
      this.#words.add(labels.slice(first).join('.')).add(labels[first] ?? '');
    }
  }

  /** Whether the recording has the word as an identifier, as a host or in one. */
  isOfRecording(value: string): boolean {
    return this.#words.has(value.toLowerCase());
  }

  /** Whether a client or a server has this name. It may stand in the place of a user's. */
  isParty(value: string): boolean {
    return this.#parties.has(value);
  }

  /** Whether this text is a part of the name of a client or a server. */
  isInParty(value: string): boolean {
    return [...this.#parties].slice(0, MAX_PARTIES).some((party) => party.includes(value));
  }

  has(value: string): boolean {
    const word = value.toLowerCase();
    return (
      this.#words.has(word) ||
      [...this.#parties].some((party) => value.length >= 3 && party.includes(value)) ||
      WORDS.has(word) ||
      parameterEntry(word) !== null ||
      grantOf(value) !== null
    );
  }
}
