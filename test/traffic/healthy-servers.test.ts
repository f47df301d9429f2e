import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, google, PLAIN } from './clients.ts';
import {
  type LoginSketch,
  login,
  page,
  posted,
  redirect,
  requestUrl,
  responseUrl,
} from './sketch.ts';
import { clean, summary } from './summary.ts';

const github: LoginSketch = {
  authorize: 'https://github.com/login/oauth/authorize',
  callback: `${APP}/auth/github/callback`,
  client: 'Iv1.0000example0000',
  request: { ...PLAIN, response_type: undefined, scope: 'read:user user:email' },
  response: { code: '0123456789abcdef0123' },
};

const apple: LoginSketch = {
  authorize: 'https://appleid.apple.com/auth/authorize',
  callback: `${APP}/auth/apple`,
  client: 'com.example.app.web',
  mode: 'form_post',
  request: {
    ...PLAIN,
    nonce: 'nonce-of-apple-000000000001',
    response_type: 'code',
    response_mode: 'form_post',
    scope: 'name email',
  },
  response: {
    code: 'c0ffee.0.mqtw.example-of-a-code-of-apple',
    user: '{"name":{"firstName":"Ada","lastName":"Example"},"email":"ada@example.com"}',
  },
};

const logins: Readonly<Record<string, readonly Exchange[]>> = {
  'Google by redirect': login(google),
  'Google, older response without iss': login({
    ...google,
    response: { ...google.response, iss: undefined },
  }),
  'GitHub, without response_type': login(github),
  'GitHub through its own return_to': [
    redirect(
      0,
      requestUrl(github),
      `https://github.com/login?client_id=${github.client}&return_to=${encodeURIComponent(`/login/oauth/authorize?${requestUrl(github).split('?')[1]}`)}`,
    ),
    page(
      0.2,
      `https://github.com/login?client_id=${github.client}&return_to=${encodeURIComponent(`/login/oauth/authorize?${requestUrl(github).split('?')[1]}`)}`,
    ),
    posted(
      5,
      'https://github.com/session',
      { login: 'u', password: 'p' },
      {
        status: 302,
        answer: { location: requestUrl(github) },
        headers: { referer: 'https://github.com/login' },
      },
    ),
    redirect(5.2, requestUrl(github), responseUrl(github)),
    redirect(5.4, responseUrl(github), '/', { headers: { 'sec-fetch-site': 'cross-site' } }),
    page(5.5, `${APP}/`),
  ],
  'Slack with user_scope': login({
    authorize: 'https://slack.com/oauth/v2/authorize',
    callback: `${APP}/slack/oauth_redirect`,
    client: '000000000000.000000000000',
    request: {
      ...PLAIN,
      response_type: undefined,
      scope: 'chat:write,channels:read',
      user_scope: 'search:read',
    },
    response: { code: '000000000000.000000000000.0123456789abcdef' },
  }),
  'Sign in with Slack': login({
    authorize: 'https://slack.com/openid/connect/authorize',
    callback: `${APP}/slack/cb`,
    request: { ...PLAIN, nonce: 'nonce-of-slack-0000000001' },
  }),
  Discord: login({
    authorize: 'https://discord.com/oauth2/authorize',
    callback: `${APP}/auth/discord`,
    client: '000000000000000000',
    request: { ...PLAIN, scope: 'identify email', prompt: 'none' },
    response: { code: 'NhhvTDYsFcdgNLnnLijcl7Ku7bEEeX' },
  }),
  'Salesforce, whose codes end in ==': login({
    authorize: 'https://login.salesforce.com/services/oauth2/authorize',
    callback: `${APP}/oauth/callback`,
    request: { ...PLAIN, scope: 'api refresh_token' },
    response: {
      code: 'aPrxExampleCodeOfSalesforce==',
      sfdc_community_url: 'https://example.my.site.com',
      sfdc_community_id: '0DB00',
    },
  }),
  'Apple by form_post with the name of the user': login(apple),
  Facebook: login({
    authorize: 'https://www.facebook.com/v19.0/dialog/oauth',
    callback: `${APP}/auth/facebook/callback`,
    request: { ...PLAIN, response_type: undefined, scope: 'email,public_profile' },
    response: { code: 'AQExampleCodeOfFacebook', granted_scopes: 'email,public_profile' },
  }),
  LinkedIn: login({
    authorize: 'https://www.linkedin.com/oauth/v2/authorization',
    callback: `${APP}/auth/linkedin/callback`,
    request: { ...PLAIN, scope: 'openid profile email' },
  }),
  GitLab: login({
    authorize: 'https://gitlab.com/oauth/authorize',
    callback: `${APP}/auth/gitlab/callback`,
    request: { ...PLAIN, scope: 'read_user' },
  }),
  'Atlassian with audience and prompt': login({
    authorize: 'https://auth.atlassian.com/authorize',
    callback: `${APP}/auth/atlassian/callback`,
    request: {
      ...PLAIN,
      scope: 'read:jira-work offline_access',
      audience: 'api.atlassian.com',
      prompt: 'consent',
    },
  }),
};

describe('healthy logins that a server finishes', () => {
  it.each(Object.entries(logins))('%s', (_, exchanges) => {
    const { flows, outside } = summary(exchanges);
    expect(outside).toEqual([]);
    expect(flows).toEqual([{ ...clean('unknown'), grant: flows[0]?.grant }]);
  });
});
