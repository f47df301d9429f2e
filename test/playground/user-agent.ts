import * as oauth from 'oauth4webapi';
import { clientScope } from '../../playground/provider/clients.ts';
import { clientIdOf } from '../../playground/scenario.ts';
import type { Playground } from '../../playground/server.ts';

/** A login attempt with all its secrets, which only the client knows. */
export interface Login {
  readonly name: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** A browser over plain HTTP: keeps cookies, follows redirects, presses buttons. */
export class UserAgent {
  readonly #cookies = new Map<string, string>();
  readonly #playground: Playground;

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  async arm(name: string): Promise<Login> {
    const { origin } = new URL(this.#playground.url);
    const armed = await fetch(`${origin}/arm?scenario=${name}`, { method: 'POST' });
    if (!armed.ok) throw new Error(`cannot arm ${name}`);
    return {
      name,
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
      redirectUri: `${origin}/callback`,
    };
  }

  /** Sends the authorization request and continues until the app or an error page. */
  async authorize(login: Login, extra: Readonly<Record<string, string>> = {}, answer = 'sign-in') {
    const url = new URL('/auth', this.#playground.issuer);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientIdOf(login.name),
      redirect_uri: login.redirectUri,
      scope: clientScope,
      state: login.state,
      nonce: login.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(login.verifier),
      code_challenge_method: 'S256',
      ...extra,
    }).toString();
    return this.open(url, answer);
  }

  /** Opens an address, follows redirects, and answers the login page when there is one. */
  async open(start: URL, answer = 'sign-in'): Promise<{ url: URL; response: Response }> {
    let url = start;
    let response = await this.#visit(url);
    for (let hop = 0; hop < 10; hop += 1) {
      const location = response.headers.get('location');
      if (location !== null) {
        url = new URL(location, url);
        response = await this.#visit(url);
      } else if (url.pathname.startsWith('/login/')) {
        const body = new URLSearchParams({ answer });
        response = await this.#visit(url, { method: 'POST', body });
      } else {
        return { url, response };
      }
    }
    throw new Error(`too many hops: ${url}`);
  }

  /** Redeems the code from the final URL, as the page's script would. */
  redeem(
    login: Login,
    landed: URL,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.token({
      ...extra,
      grant_type: 'authorization_code',
      code: landed.searchParams.get('code') ?? '',
      code_verifier: login.verifier,
      redirect_uri: login.redirectUri,
      client_id: clientIdOf(login.name),
    });
  }

  token(parameters: Readonly<Record<string, string>>): Promise<Response> {
    const { origin } = new URL(this.#playground.url);
    const body = new URLSearchParams(parameters);
    return fetch(`${this.#playground.issuer}/token`, {
      method: 'POST',
      headers: { Origin: origin },
      body,
    });
  }

  async #visit(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { Accept: 'text/html', Cookie: cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const field of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(field) ?? [];
      if (name === undefined) continue;
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return response;
  }
}
