import type { Exchange } from '../../src/http/exchange.ts';
import { APP, CROSS } from './clients.ts';
import {
  type LoginSketch,
  page,
  posted,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
} from './sketch.ts';

const upstream = (callback: string, seed = 'inner'): LoginSketch => ({
  authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  callback,
  seed,
  client: '00000000-0000-4000-8000-00000000000c',
});

/** A server that sends its users to another one to log in. */
export interface Broker {
  readonly outer: LoginSketch;
  /** Pages of the broker before it sends the browser on. The last one redirects to the upstream. */
  readonly start: (to: string) => Exchange[];
  readonly inner: LoginSketch;
  /** Pages after the upstream's answer. The last one redirects to the client. */
  readonly end: (to: string) => Exchange[];
}

const keycloak = 'https://kc.example.com/realms/demo';
export const auth0 = 'https://dev-example.eu.auth0.com';
const cognito = 'https://shop.auth.eu-west-1.amazoncognito.com';
const b2c = 'https://example.b2clogin.com/example.onmicrosoft.com/b2c_1_signin/oauth2';
const okta = 'https://dev-000000.okta.com/oauth2';

function brokerOf(
  authorize: string,
  token: string,
  callback: string,
  start: (url: string, to: string) => Exchange[],
  end: (to: string) => readonly string[],
  inner: Partial<LoginSketch> = {},
): Broker {
  const outer: LoginSketch = { authorize, token, callback: `${APP}/cb`, seed: 'outer' };
  const returned: LoginSketch = { ...upstream(callback), ...inner };
  return {
    outer,
    inner: returned,
    start: (to) => start(requestUrl(outer), to),
    end: (to) => {
      const hops = end(to);
      const first = returned.mode === 'form_post' ? callback : responseUrl(returned);
      return [first, ...hops].map((url, index) => {
        const next = hops[index] ?? to;
        return index === 0 && returned.mode === 'form_post'
          ? posted(6, url, formOf(responseUrl(returned)), {
              headers: { ...CROSS, origin: 'https://login.microsoftonline.com' },
              status: 302,
              answer: { location: next },
            })
          : redirect(6 + index / 10, url, next, { headers: CROSS });
      });
    },
  };
}

const formOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

/** Brokers by name. */
export const brokers: Readonly<Record<string, Broker>> = {
  'Keycloak, with its page for the first login': brokerOf(
    `${keycloak}/protocol/openid-connect/auth`,
    `${keycloak}/protocol/openid-connect/token`,
    `${keycloak}/broker/entra/endpoint`,
    (url, to) => [
      page(0, url),
      redirect(1, `${keycloak}/broker/entra/login?client_id=web&tab_id=t&session_code=s`, to, {
        headers: { referer: url },
      }),
    ],
    () => [
      `${keycloak}/login-actions/first-broker-login?client_id=web&tab_id=t`,
      `${keycloak}/broker/after-first-broker-login?client_id=web&tab_id=t`,
    ],
  ),
  Auth0: brokerOf(
    `${auth0}/authorize`,
    `${auth0}/oauth/token`,
    `${auth0}/login/callback`,
    (url, to) => [
      redirect(0, url, `${auth0}/u/login?state=hKFo2SBx`),
      page(0.2, `${auth0}/u/login?state=hKFo2SBx`),
      posted(
        1,
        `${auth0}/u/login?state=hKFo2SBx`,
        { connection: 'entra' },
        {
          headers: { referer: `${auth0}/u/login?state=hKFo2SBx` },
          status: 302,
          answer: { location: to },
        },
      ),
    ],
    () => [`${auth0}/authorize/resume?state=hKFo2SBx`],
  ),
  Cognito: brokerOf(
    `${cognito}/oauth2/authorize`,
    `${cognito}/oauth2/token`,
    `${cognito}/oauth2/idpresponse`,
    (url, to) => [redirect(0, url, to)],
    () => [],
  ),
  'B2C, by form_post': brokerOf(
    `${b2c}/v2.0/authorize`,
    `${b2c}/v2.0/token`,
    'https://example.b2clogin.com/example.onmicrosoft.com/oauth2/authresp',
    (url, to) => [redirect(0, url, to)],
    () => [],
    { mode: 'form_post', request: { response_mode: 'form_post' } },
  ),
  Okta: brokerOf(
    `${okta}/default/v1/authorize`,
    `${okta}/default/v1/token`,
    `${okta}/v1/authorize/callback`,
    (url, to) => [redirect(0, url, to)],
    () => ['https://dev-000000.okta.com/login/step-up/redirect?stateToken=00abc'],
  ),
};

/** A whole login by a broker. */
export function brokered({ outer, inner, start, end }: Broker): Exchange[] {
  return [
    ...start(requestUrl(inner)),
    page(2, requestUrl(inner)),
    posted(
      5,
      'https://login.microsoftonline.com/common/login',
      { p: 'x' },
      {
        headers: { referer: requestUrl(inner) },
        ...(inner.mode === 'form_post'
          ? {}
          : { status: 302, answer: { location: responseUrl(inner) } }),
      },
    ),
    ...end(responseUrl(outer)),
    page(7, responseUrl(outer), { headers: CROSS }),
    redeemed({ ...outer, at: 3 }),
  ];
}
