import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, CROSS } from './clients.ts';
import {
  form,
  type LoginSketch,
  page,
  posted,
  redeemed,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { clean, flowsOf, summary } from './summary.ts';

/** A form that a server posts to itself once the user has agreed, and where. */
interface Consent {
  readonly sketch: LoginSketch;
  /** The action as in the page. Empty means the URL of the page. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The server sends no referrer, so the browser hides the origin as well. */
  readonly hidden?: boolean;
}

function sketchOf(server: string, path: string, request: LoginSketch['request'] = {}): LoginSketch {
  return {
    authorize: `${server}${path}/authorize`,
    token: `${server}${path}/token`,
    callback: `${APP}/cb`,
    seed: server,
    request,
  };
}

function repeated(sketch: LoginSketch): Record<string, string> {
  return Object.fromEntries(new URL(requestUrl(sketch)).searchParams);
}

function without(values: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

function exchangesOf({ sketch, action, fields, hidden = false }: Consent): readonly Exchange[] {
  const { origin } = new URL(sketch.authorize);
  const asked = requestUrl(sketch);
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input name=${name} value="${value}">`,
  );
  const answerBody = `<form method="post" action="${action}">${inputs.join('')}<button>Allow</button></form>`;
  const headers = {
    'sec-fetch-site': 'same-origin',
    ...(hidden ? { origin: 'null' } : { origin, referer: asked }),
  };
  return [
    page(0, asked, { headers: { ...CROSS, referer: `${APP}/` }, answerBody }),
    posted(4, new URL(action || asked, asked).href, fields, {
      status: 302,
      answer: { location: responseUrl(sketch) },
      answerBody: '',
      headers,
    }),
    page(4.2, responseUrl(sketch), { headers: CROSS }),
    redeemed({ ...sketch, at: 0.5 }),
  ];
}

const spring = sketchOf('https://spring.example.com', '/oauth2');
const passport = sketchOf('https://passport.example.com', '/oauth', { nonce: undefined });
const doorkeeper = sketchOf('https://doorkeeper.example.com', '/oauth', { nonce: undefined });
const django = sketchOf('https://django.example.com', '/o');
const gitea = sketchOf('https://gitea.example.com', '/login/oauth');
const fusion = sketchOf('https://fusion.example.com', '/oauth2');

const consents: Readonly<Record<string, Consent>> = {
  'Spring Authorization Server, with a state of its own': {
    sketch: spring,
    action: '/oauth2/authorize',
    fields: {
      client_id: valuesOf(spring).client,
      state: 'own-state-of-the-server-0a1b2c3d4e5f60718293',
      scope: 'profile',
    },
  },
  'Laravel Passport, with the state of the client': {
    sketch: passport,
    action: 'https://passport.example.com/oauth/authorize',
    fields: {
      _token: 'invented-csrf-token',
      state: valuesOf(passport).state,
      client_id: valuesOf(passport).client,
      auth_token: 'invented-auth-token',
    },
  },
  'Doorkeeper, with the whole request': {
    sketch: doorkeeper,
    action: '/oauth/authorize',
    fields: { authenticity_token: 'invented', ...repeated(doorkeeper) },
  },
  'Doorkeeper, with views from before PKCE': {
    sketch: doorkeeper,
    action: '/oauth/authorize',
    fields: without(repeated(doorkeeper), 'code_challenge', 'code_challenge_method'),
    hidden: true,
  },
  'Django OAuth Toolkit, at the URL of the page': {
    sketch: django,
    action: '',
    fields: { csrfmiddlewaretoken: 'invented', ...repeated(django), allow: 'Authorize' },
  },
  'Gitea, beside the endpoint': {
    sketch: gitea,
    action: '/login/oauth/grant',
    fields: {
      ...without(repeated(gitea), 'response_type', 'code_challenge', 'code_challenge_method'),
      granted: 'true',
    },
  },
  'FusionAuth, together with the password': {
    sketch: fusion,
    action: '/oauth2/authorize',
    fields: { ...repeated(fusion), loginId: 'ada', password: 'invented-password' },
    hidden: true,
  },
};

describe('a consent that the server has posted to itself', () => {
  it.each(Object.entries(consents))('%s', (_, consent) => {
    const exchanges = exchangesOf(consent);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: authorization-request, interaction, authorization-response, token-request',
    ]);
  });

  it('may be requested again', () => {
    const [request, agreed, ...rest] = exchangesOf({
      sketch: fusion,
      action: '/oauth2/authorize',
      fields: { ...without(repeated(fusion), 'code_challenge'), password: 'invented-password' },
    });
    if (!request || !agreed) throw new Error('the login has no pages');
    const refused = posted(
      2,
      agreed.request.url,
      {},
      {
        body: form({ ...without(repeated(fusion), 'code_challenge'), password: 'wrong' }),
        answerBody: '<p>Invalid login credentials.<form method="post" action="/oauth2/authorize">',
      },
    );
    expect(summary([request, refused, agreed, ...rest])).toEqual({
      flows: [clean('succeeded')],
      outside: [],
    });
  });
});
