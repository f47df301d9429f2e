import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, keycloak, okta } from './clients.ts';
import {
  idToken,
  type LoginSketch,
  login,
  page,
  redirect,
  requestUrl,
  responseUrl,
} from './sketch.ts';
import { clean, flowsOf, summary } from './summary.ts';

const silent = (at: number, sketch: LoginSketch): Exchange[] =>
  login({
    ...sketch,
    at,
    seed: `silent at ${at}`,
    iframe: true,
    request: {
      ...sketch.request,
      state: undefined,
      prompt: 'none',
      id_token_hint: idToken(0, { aud: sketch.client }),
      ...(sketch.request?.state ? { state: `silent-${at}-silent` } : {}),
    },
  });

const multiple: Readonly<Record<string, { exchanges: readonly Exchange[]; flows: number }>> = {
  'silent renewals of keycloak-js every five minutes': {
    exchanges: [
      ...login(keycloak),
      ...silent(300, { ...keycloak, response: {} }),
      ...silent(600, { ...keycloak, response: {} }),
      ...silent(900, { ...keycloak, response: {} }),
    ],
    flows: 4,
  },
  'two logins of one application a minute apart': {
    exchanges: [...login(okta), ...login({ ...okta, at: 60, seed: 'two' })],
    flows: 2,
  },
};

describe('healthy logins beside each other', () => {
  it.each(Object.entries(multiple))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({
      flows: Array.from({ length: flows }, () => clean('succeeded')),
      outside: [],
    });
  });
});

describe('a login that a session answers at once', () => {
  const sketch: LoginSketch = { ...okta, callback: `${APP}/signin` };
  // A redirect keeps the referrer of the page that the user left.
  const headers = { referer: `${APP}/` };

  it('shows the page to which the redirection endpoint sends users', () => {
    const exchanges = [
      page(0, `${APP}/`),
      redirect(1, `${APP}/login`, requestUrl(sketch), { headers }),
      redirect(1.1, requestUrl(sketch), responseUrl(sketch), { headers }),
      redirect(1.2, responseUrl(sketch), `${APP}/done`, { headers }),
      page(1.3, `${APP}/done`, { headers }),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: authorization-request, authorization-response, landing',
    ]);
  });
});
