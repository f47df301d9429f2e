import { type Scenario, type Sketch, scenario } from '../scenario.ts';

const stays = (client: Scenario['client'], more: Partial<Sketch> = {}): Scenario =>
  scenario(`staying-${client}`, {
    outcome: 'succeeded',
    cause: null,
    client,
    registration: ({ addresses: { app } }) => ({
      post_logout_redirect_uris: [`${app}/logged-out`],
      redirect_uris: [`${app}/callback`, `${app}/silent-callback`, `${app}/popup-callback`],
    }),
    title: `Application that stays, with ${client}`,
    sentence:
      'After the login you call the API and refresh yourself, and choose what it does with errors.',
    ...more,
  });

/** Applications that stay open after the login, for rehearsals. */
export const staying: readonly Scenario[] = [
  stays('oauth4webapi'),
  stays('oidc-client-ts'),
  stays('auth0-spa-js', { server: 'upstream' }),
];
