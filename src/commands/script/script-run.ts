import type { Exchange } from '../../http/exchange.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { responseCookies } from '../../http/set-cookie.ts';
import type { Message } from '../../oauth/message.ts';
import type { Refusal } from '../plan.ts';
import { quotePosix } from '../quote-posix.ts';
import type { Variable } from '../template.ts';
import { issuedLabel, issuedMembers } from './issued-members.ts';
import { type RequestSetting, scriptRequest } from './script-request.ts';
import { ScriptValues } from './script-values.ts';

/** A line of a script. One that only sets a variable is left out when nothing uses it. */
export type Line = string | { readonly sets: Variable; readonly line: string };

/** The names of the values of a login that each run makes anew. */
export interface LoginValues {
  readonly state: Variable | null;
  readonly nonce: Variable | null;
  readonly verifier: Variable | null;
  readonly challenge: Variable | null;
}

/** What a script knows while it is written, step by step. */
export class ScriptRun {
  readonly values: ScriptValues;
  readonly messages: readonly Message[];
  /** Of the login that is under way. */
  login: LoginValues | null = null;
  /** The code that the last callback brought. */
  code: Variable | null = null;
  readonly #jar = new Set<string>();

  constructor(messages: readonly Message[]) {
    this.messages = messages;
    this.values = new ScriptValues(messages.map(({ exchange }) => exchange));
  }

  /** The setting of a request of a client: by name what each run makes anew. */
  setting(named?: RequestSetting['named']): RequestSetting {
    const base = { values: this.values, jar: this.#jar };
    return named ? { ...base, named } : base;
  }

  /** The lines that send a request with a function of the script, and take what its answer issued. */
  request(
    exchange: Exchange,
    call: string,
    { named, answered = exchange, required = [] }: RequestOptions = {},
  ): readonly Line[] | Refusal {
    const request = scriptRequest(exchange, this.setting(named));
    if ('refused' in request) return request;
    const jar = this.#cookies(exchange);
    return [
      ...request.notes.map((note) => `# ${note}`),
      ...request.before,
      [call, ...request.args, ...jar].join(' \\\n  '),
      ...this.#takes(answered, required),
    ];
  }

  #takes(exchange: Exchange, required: readonly string[]): readonly Line[] {
    return issuedMembers(exchange, this.values).map(({ path, value }) => {
      const name = path.at(-1) ?? '';
      const variable = this.values.set(issuedLabel(name), value);
      const line = `${variable.name}=$(take ${quotePosix(JSON.stringify(path))})`;
      return required.includes(name) ? line : { sets: variable, line };
    });
  }

  #cookies(exchange: Exchange): readonly string[] {
    const set = responseCookies(exchange).map(({ name }) => name);
    const sends = requestCookies(exchange).some(({ name }) => this.#jar.has(name));
    for (const name of set) this.#jar.add(name);
    if (set.length === 0 && !sends) return [];
    return ['--cookie "$work/cookies" --cookie-jar "$work/cookies"'];
  }
}

interface RequestOptions {
  readonly named?: RequestSetting['named'];
  /** The exchange whose answer the script gets; by default that of the request. */
  readonly answered?: Exchange;
  /** Members without which the script stops. */
  readonly required?: readonly string[];
}
