import { describe, expect, it } from 'vitest';
import { APP, AS, spa } from './clients.ts';
import { loggedIn, sessionFlows } from './session-flows.ts';
import { call, form, login, page, redirect, requestUrl, valuesOf } from './sketch.ts';

describe('around a session', () => {
  it('puts the frames that watch it into its login', () => {
    const flows = sessionFlows([
      page(-0.2, `${AS}/3p-cookies/step1.html`, { destination: 'iframe' }),
      ...loggedIn(),
      page(6, `${AS}/login-status-iframe.html`, { destination: 'iframe' }),
    ]);
    expect(flows).toHaveLength(1);
    expect(flows[0]?.kinds.match(/session-iframe/g)).toHaveLength(2);
    expect(flows[0]).toMatchObject({ outcome: 'succeeded', held: [] });
  });

  it('links the stronger login to the API that asked for it', () => {
    const refused = call(20, APP, 'https://api.example.com/transfer', {
      method: 'POST',
      status: 401,
      headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
      answer: {
        'www-authenticate':
          'Bearer error="insufficient_user_authentication", acr_values="phr urn:mfa", max_age="5"',
      },
    });
    const stronger = login({
      ...spa,
      seed: 'stronger',
      at: 25,
      request: { acr_values: 'urn:mfa phr' },
    });
    const unrelated = login({ ...spa, seed: 'unrelated', at: 60, request: { acr_values: 'phr' } });
    const flows = sessionFlows([...loggedIn(), refused, ...stronger, ...unrelated]);
    expect(flows.map(({ relation, parent, outcome }) => [relation, parent, outcome])).toEqual([
      [null, null, 'succeeded'],
      ['after', 0, 'succeeded'],
      [null, null, 'succeeded'],
    ]);
  });

  it('begins with the site that initiated the login', () => {
    const initiation = `${APP}/login?${form({ iss: AS, login_hint: 'user@example.com', target_link_uri: `${APP}/reports` })}`;
    const exchanges = [
      redirect(-0.5, initiation, requestUrl(spa), { headers: { 'sec-fetch-site': 'cross-site' } }),
      ...loggedIn(),
    ];
    const [flow, ...more] = sessionFlows(exchanges);
    expect(more).toEqual([]);
    expect(flow?.kinds).toMatch(/^third-party-initiated-login authorization-request /);
    expect(flow).toMatchObject({
      grant: 'authorization_code',
      outcome: 'succeeded',
      relation: null,
      held: [],
    });
  });

  it('begins with it even if the client sends the request from its own page', () => {
    const initiation = `${APP}/login?${form({ iss: AS, target_link_uri: `${APP}/reports` })}`;
    expect(sessionFlows([page(-2, initiation), ...loggedIn()])).toHaveLength(1);
    expect(sessionFlows([page(-2, initiation)])).toMatchObject([
      { outcome: 'unfinished', kinds: 'third-party-initiated-login' },
    ]);
  });

  it('does not take the login page of a server-side application for a broker', () => {
    const exchanges = [redirect(-0.5, `${APP}/login`, requestUrl(spa)), ...loggedIn()];
    expect(sessionFlows(exchanges).map(({ parent, relation }) => [parent, relation])).toEqual([
      [null, null],
    ]);
  });
});
