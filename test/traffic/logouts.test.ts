import { describe, expect, it } from 'vitest';
import { APP, AS } from './clients.ts';
import { hint, loggedIn, SID, sessionFlows } from './session-flows.ts';
import { form, page, posted, redirect } from './sketch.ts';

const end = (values: Readonly<Record<string, string>>, to?: string) => {
  const url = `${AS}/session/end?${form(values)}`;
  return to === undefined ? page(60, url) : redirect(60, url, to);
};
const HOME = `${APP}/?state=logout-state`;
const asked = { id_token_hint: hint, post_logout_redirect_uri: `${APP}/`, state: 'logout-state' };
const logout = { grant: 'logout', relation: 'after', parent: 0, held: [] };

describe('logout by the browser', () => {
  it('belongs to the login of its id_token_hint, and ends at the client', () => {
    const flows = sessionFlows([...loggedIn(), end(asked, HOME), page(60.3, HOME)]);
    expect(flows).toHaveLength(2);
    expect(flows[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'end-session-request landing',
    });
  });

  it('by POST, with a confirmation page and its answer', () => {
    const question = posted(60, `${AS}/session/end`, asked, {
      answerBody: `<form method="post" action="${AS}/session/end/confirm"><input type="hidden" name="xsrf" value="x"><button>Yes</button></form>`,
    });
    const answer = posted(
      62,
      `${AS}/session/end/confirm`,
      { xsrf: 'x', logout: 'yes' },
      { headers: { referer: `${AS}/` }, status: 302, answer: { location: HOME } },
    );
    expect(sessionFlows([...loggedIn(), question])[1]).toMatchObject({
      outcome: 'unfinished',
      kinds: 'end-session-request',
    });
    expect(sessionFlows([...loggedIn(), question, answer, page(62.5, HOME)])[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'end-session-request interaction landing',
    });
  });

  it.each(['', `${AS}/session/end`])(
    'with a confirmation page whose form to "%s" repeats the request',
    (action) => {
      const inputs = Object.entries(asked).map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
      );
      const url = `${AS}/session/end?${form(asked)}`;
      const question = page(60, url, {
        answerBody: `<form method="post" action="${action}">${inputs.join('')}<button name="allow">`,
      });
      const answer = posted(
        62,
        action || url,
        { ...asked, allow: 'Log out' },
        { headers: { referer: `${AS}/` }, status: 302, answer: { location: HOME } },
      );
      expect(sessionFlows([...loggedIn(), question, answer, page(62.5, HOME)]).slice(1)).toEqual([
        {
          ...logout,
          outcome: 'succeeded',
          kinds: 'end-session-request end-session-request landing',
        },
      ]);
    },
  );

  it('reaches the other clients in frames', () => {
    const frames = [
      ['https://one.example.net/fcl', 200],
      ['https://two.example.org/logout', 500],
    ] as const;
    const flows = sessionFlows([
      ...loggedIn(),
      end(asked),
      ...frames.map(([url, status], index) =>
        page(60.2 + index / 10, `${url}?${form({ iss: AS, sid: SID })}`, {
          destination: 'iframe',
          status,
        }),
      ),
    ]);
    expect(flows).toHaveLength(2);
    expect(flows[1]).toMatchObject({
      grant: 'logout',
      outcome: 'succeeded',
      kinds: 'end-session-request frontchannel-logout-request frontchannel-logout-request',
    });
  });

  it('is a logout of that session even if only the frame was recorded', () => {
    const frame = page(60, `https://one.example.net/fcl?${form({ iss: AS, sid: SID })}`, {
      destination: 'iframe',
    });
    expect(sessionFlows([...loggedIn(), frame])[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'frontchannel-logout-request',
    });
  });

  it.each([
    [
      'Auth0',
      `https://dev-example.eu.auth0.com/v2/logout?${form({ client_id: 'abc', returnTo: `${APP}/` })}`,
    ],
    [
      'Cognito',
      `https://shop.auth.eu-west-1.amazoncognito.com/logout?${form({ client_id: 'abc', logout_uri: `${APP}/` })}`,
    ],
    [
      'Entra',
      `https://login.microsoftonline.com/common/oauth2/v2.0/logout?${form({ post_logout_redirect_uri: `${APP}/` })}`,
    ],
    [
      'Keycloak, legacy',
      `https://kc.example.com/auth/realms/demo/protocol/openid-connect/logout?${form({ redirect_uri: `${APP}/` })}`,
    ],
    [
      'Okta',
      `https://dev-000000.okta.com/oauth2/default/v1/logout?${form({ id_token_hint: hint, post_logout_redirect_uri: `${APP}/` })}`,
    ],
  ])('at %s', (_, url) => {
    const [flow, ...more] = sessionFlows([redirect(0, url, `${APP}/`), page(0.3, `${APP}/`)]);
    expect(more).toEqual([]);
    expect(flow).toMatchObject({
      grant: 'logout',
      outcome: 'succeeded',
      kinds: 'end-session-request landing',
      held: [],
    });
  });

  it('failed when the server shows an error', () => {
    const [flow] = sessionFlows([
      page(0, `${AS}/session/end?${form({ post_logout_redirect_uri: `${APP}/x` })}`, {
        status: 400,
      }),
    ]);
    expect(flow).toMatchObject({ grant: 'logout', outcome: 'failed' });
  });
});
