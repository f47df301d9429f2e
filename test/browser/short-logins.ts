import { APP, type Draft, harOf, JSON_ANSWER } from './har-drafts.ts';

/** A login of three messages: its client, and whether the token endpoint refuses the code. */
export interface ShortLogin {
  readonly client: string;
  readonly fails?: boolean;
}

function draftsOf({ client, fails = false }: ShortLogin, id: string): readonly Draft[] {
  const [state, code] = [`state-${id}-x8Kq2Ww9`, `code-${id}-ZpQ92mLkR4`];
  const own = { client_id: client, redirect_uri: `${APP}/callback` };
  const asked = { response_type: 'code', ...own, scope: 'cargo:read', state };
  const back = `${APP}/callback?${new URLSearchParams({ code, state })}`;
  const issued = { access_token: `at-${id}-2YotnFZFEjr1zCsicMWpAA`, token_type: 'Bearer' };
  return [
    {
      // Logins that follow each other at once would be a loop.
      after: 120_000,
      url: `https://as.example.com/authorize?${new URLSearchParams(asked)}`,
      status: 302,
      answer: { Location: back },
    },
    { url: back, answer: { 'Content-Type': 'text/html' }, text: '<p>one moment</p>' },
    {
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: APP },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, ...own }).toString(),
      status: fails ? 400 : 200,
      answer: JSON_ANSWER,
      text: JSON.stringify(fails ? { error: 'invalid_grant' } : issued),
    },
  ];
}

/** Short logins, two minutes apart, as a HAR file. Files of different names have no value in common. */
export function shortLogins(file: string, logins: readonly ShortLogin[]): string {
  return harOf(logins.flatMap((login, index) => draftsOf(login, `${file}-${index}`)));
}
