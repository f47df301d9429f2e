import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { hintsOf } from '../../src/conclusion/hints.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { finding } from '../helpers/findings.ts';
import { APP, AS, spa } from '../traffic/clients.ts';
import {
  form,
  frontChannel,
  login,
  page,
  requestUrl,
  responseUrl,
  sent,
} from '../traffic/sketch.ts';

const { token: _, ...web } = spa;

function failed(exchanges: readonly Exchange[], index = 0): AnalysedFlow {
  const analysed = snapshotOf(exchanges).flows[index];
  if (!analysed) throw new Error('no flow');
  return analysed;
}

/** A callback that shows a page of this status. */
const landed = (status: number, answerBody: string) =>
  failed([
    ...frontChannel(web).slice(0, -1),
    page(4.2, responseUrl(web), {
      status,
      answerBody,
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
  ]);

/** A token request of a server that was refused. */
const refused = (
  answer: object,
  more: {
    readonly url?: string;
    readonly status?: number;
    readonly answer?: Readonly<Record<string, string>>;
  } = {},
  body: Record<string, string> = {},
) =>
  failed([
    sent(0, more.url ?? `${AS}/token`, {
      method: 'POST',
      body: form({
        grant_type: 'client_credentials',
        client_id: 'job',
        client_secret: 'x1y2z3',
        ...body,
      }),
      status: 400,
      answerBody: JSON.stringify(answer),
      ...more,
    }),
  ]);

/** An error page of the server. */
const errorPage = (status: number, answerBody: string, more: object = {}) =>
  failed([page(0, requestUrl(web), { status, answerBody, ...more })]);

describe('a failure in the application', () => {
  it('is looked for in its log and in the back channel', () => {
    const hints = hintsOf(landed(500, '<title>Internal Server Error</title>'));
    expect(hints).toHaveLength(3);
    expect(hints[0]).toMatch(/^Record the back channel/);
    expect(hints[1]).toMatch(
      /^Look in the log of the application at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
    );
    expect(hints[2]).toContain('curl -v against as.example.com');
  });

  it('does not repeat the fix', () => {
    const hints = hintsOf(landed(500, '<p>connect ETIMEDOUT 203.0.113.10:443'));
    expect(hints.join()).not.toMatch(/back-channel\.md|curl/);
    expect(hints[1]).toMatch(/^Update the OAuth library/);
    expect(hints[2]).toBe(
      'Did it work before? Then list what changed since: the registration, a deployment, a secret, a certificate, a version.',
    );
  });
});

describe('a refusal without a reason', () => {
  it('is looked for in the log of the server, by id and time', () => {
    const hints = hintsOf(
      refused(
        { error: 'invalid_client' },
        { status: 401, answer: { 'x-request-id': 'req-8812-x' } },
      ),
    );
    expect(hints[0]).toMatch(
      /^Look in the log of as\.example\.com for x-request-id "req-8812-x", \d{4}-.* UTC; if it has no reason, raise its level \(DEBUG\) and repeat\.$/,
    );
    expect(hints[1]).toContain('detailed errors at the server');
    expect(hints[2]).toMatch(/^Keep the secret/);
  });

  it('names the place of the provider', () => {
    const url = 'https://dev-000000.okta.com/oauth2/default/v1/token';
    const [hint] = hintsOf(refused({ error: 'invalid_scope' }, { url }));
    expect(hint).toMatch(/^Look in Reports > System Log/);
    expect(hint).not.toContain('DEBUG');
  });

  it('is compared with the registration when no secret was sent', () => {
    const answer = { error: 'unauthorized_client' };
    expect(hintsOf(refused(answer, {}, { client_secret: '' })).at(-1)).toContain(
      'registration of "job"',
    );
    expect(hintsOf(refused({ error: 'server_busy' })).join()).not.toContain('registration');
  });

  it('of a refresh token is a matter of consent, time and rehearsal', () => {
    const body = { grant_type: 'refresh_token', refresh_token: 'r-1a2b3c4d5e6f' };
    const all = hintsOf(refused({ error: 'invalid_grant' }, {}, body));
    expect(all[2]).toContain('consent of this user');
    const other = hintsOf(refused({ error: 'invalid_grant' }));
    expect(other[2]).toContain('NTP');
  });

  it('has no hint when the server gave its reason, or when the reason was computed', () => {
    const said = { error: 'invalid_grant', error_description: 'The code has expired' };
    const analysed = refused(said);
    expect(analysed.verdict.sign).toBe('bad');
    expect(hintsOf(analysed)).toEqual([]);
    const cause = finding('x', { basis: 'computed' });
    const bare = refused({ error: 'invalid_grant' });
    expect(hintsOf({ ...bare, verdict: { ...bare.verdict, cause } })).toEqual([]);
  });
});

describe('a server that fails', () => {
  it('may miss something of its own', () => {
    const hints = hintsOf(errorPage(500, '<h1>Server error</h1>'));
    expect(hints[0]).toMatch(/^Look in the log of as\.example\.com for /);
    expect(hints[1]).toContain('LDAP');
  });
});

describe('what else is known', () => {
  const withCause = (more: Parameters<typeof finding>[1]): readonly string[] => {
    const analysed = errorPage(400, '<p>redirect_uri is not allowed');
    const cause = finding('x', { basis: 'reported', ...more });
    return hintsOf({ ...analysed, verdict: { ...analysed.verdict, cause } });
  };

  it('an administrator gets the values', () => {
    expect(withCause({ owner: 'administrator' })[0]).toBe(
      `Send the administrator the client_id "client-of-the-app", redirect_uri "${APP}/cb" and the message of the server: "Copy report" has them without any secret.`,
    );
  });

  it('a redirect URI belongs into the configuration of its environment', () => {
    expect(
      withCause({ owner: 'registration', title: 'The redirect URI is not registered' }),
    ).toEqual([expect.stringContaining('under version control')]);
  });

  it('a login that worked with the same request makes it one that comes and goes', () => {
    const second = { ...web, at: 60, seed: 'two' };
    const exchanges = [
      ...login(web),
      page(60, requestUrl(second), { status: 500, answerBody: '<h1>Server error</h1>' }),
    ];
    expect(hintsOf(failed(exchanges, 1))[1]).toBe(
      'A login with the same request worked 60 s earlier, so this comes and goes: compare the two for load, the instance that answered, sessions, expiry and clocks.',
    );
    const other = { ...second, request: { scope: 'openid' } };
    const changed = [
      ...login(web),
      page(60, requestUrl(other), { status: 500, answerBody: '<h1>Server error</h1>' }),
    ];
    expect(hintsOf(failed(changed, 1)).join()).not.toContain('comes and goes');
  });
});

it('a flow that worked, is unfinished or is unknown has none', () => {
  for (const exchanges of [login(spa), login(web), frontChannel(web), [page(0, requestUrl(web))]]) {
    expect(hintsOf(failed(exchanges))).toEqual([]);
  }
});

it('without a cause there is always something to look at', () => {
  const analysed = refused({ error: 'invalid_grant' });
  const hints = hintsOf({ ...analysed, verdict: { ...analysed.verdict, cause: null } });
  expect(hints).toEqual([expect.stringMatching(/^Did it work before/)]);
});
