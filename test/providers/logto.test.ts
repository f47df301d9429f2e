import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('logto', {
  url: 'https://tenant.logto.app/oidc/auth',
  errors: [
    { about: 'session-cookie', text: 'code session.not_found', unlike: 'session found' },
    { about: 'redirect-mismatch', text: 'code oidc.invalid_redirect_uri', unlike: 'code oidc' },
    { about: 'target', text: 'code oidc.invalid_target', unlike: 'code target' },
    { about: 'grant', text: 'code oidc.invalid_grant', unlike: 'code grant' },
    { about: 'scope', text: 'code oidc.insufficient_scope', unlike: 'code scope' },
  ],
});
