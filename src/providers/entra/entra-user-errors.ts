import { defineErrors } from '../registry/define-signatures.ts';

const CODES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  when: '2026-11',
} as const;
const GRAPH = {
  where: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
  when: '2026-11',
} as const;
const AUDIENCE = {
  where:
    'https://learn.microsoft.com/en-us/answers/questions/625754/access-token-for-using-graph-api-to-pull-azure-ad',
  when: '2026-11',
} as const;

const PERMISSIONS = 'App registrations > API permissions';
const CONSENT = `Grant admin consent in ${PERMISSIONS}`;
const API = ['api-call', 'userinfo-request'];

/** Errors about users, consents and policies, of the servers behind, and of Microsoft Graph. */
export default defineErrors({ anywhere: true, seen: [CODES] }, [
  {
    about: 'consent',
    pattern: /AADSTS(?:65001|9002341)(?!\d)/,
    means: 'neither the user nor an administrator has consented to these permissions',
    fix: `Send the user to an interactive login (prompt=consent), or let an administrator choose "Grant admin consent" in ${PERMISSIONS}.`,
    owner: 'administrator',
  },
  {
    about: 'consent',
    pattern: /AADSTS(?:90094|90095|90099)(?!\d)/,
    means: 'these permissions need the consent of an administrator',
    fix: `${CONSENT} of the tenant of the user.`,
    owner: 'administrator',
  },
  {
    about: 'consent',
    pattern: /AADSTS65004(?!\d)/,
    means: 'the user declined the consent',
    fix: 'Log in again and accept, or ask for fewer permissions.',
    owner: 'user',
  },
  {
    about: 'consent',
    pattern: /AADSTS(?:65005|650056|650057|90008)(?!\d)/,
    means: 'the registration of the application does not list what it asks for',
    fix: `Add the permission in ${PERMISSIONS} (at least Microsoft Graph > User.Read), then grant admin consent there.`,
    owner: 'registration',
  },
  {
    about: 'consent',
    pattern: /AADSTS(?:650052|650054)(?!\d)/,
    means: 'the API has no service principal in the tenant of the user, or was removed from it',
    fix: 'Have an administrator of this tenant subscribe to the service or consent to the API.',
    owner: 'administrator',
  },
  {
    about: 'policy',
    pattern: /AADSTS50105(?!\d)/,
    means: 'the user is not assigned to the application',
    fix: 'Assign the user or a group under Enterprise applications > Users and groups, or set "Assignment required?" to No in its Properties.',
    owner: 'administrator',
  },
  {
    about: 'user',
    pattern: /AADSTS(?:50020|16000|16003|50014|50034|51004|90072|500208)(?!\d)/,
    means: 'the account is not in this tenant',
    fix: 'Log in with an account of this tenant (prompt=select_account), invite the account as a guest, or use the authority of its own tenant.',
    owner: 'user',
  },
  {
    about: 'user',
    pattern: /AADSTS50057(?!\d)/,
    means: 'the account of the user is disabled',
    fix: 'Enable the account in Entra > Users.',
    owner: 'administrator',
  },
  {
    about: 'user',
    pattern: /AADSTS50053(?!\d)/,
    means: 'the account is locked after wrong passwords, or the address it comes from is blocked',
    fix: 'Wait, or have an administrator look the failure reason up.',
    owner: 'user',
  },
  {
    about: 'user',
    pattern: /AADSTS(?:50126|50056|50064|50055|50144|50135)(?!\d)/,
    means: 'the password is wrong or has expired',
    fix: 'Enter the password again, or set a new one.',
    owner: 'user',
  },
  {
    about: 'policy',
    pattern: /AADSTS(?:50072|50074|50076|50078|50079|50158|700020)(?!\d)/,
    means: 'the user has to give a second factor, which needs a page',
    fix: 'Send the user to an interactive login for this API; pass on the claims of the answer as the claims parameter.',
    owner: 'client',
  },
  {
    about: 'policy',
    pattern: /AADSTS(?:53000|53001|53002|50097|50129|50155|50187|135011|50005|50127)(?!\d)/,
    means: 'Conditional Access wants a managed device or an approved app',
    fix: 'Log in on a device that satisfies the policy, or have an administrator change it in Conditional Access > Policies.',
    owner: 'administrator',
  },
  {
    about: 'policy',
    pattern: /AADSTS(?:53003|50131|530032|530034|530035|53004|53010|53011)(?!\d)/,
    means: 'Conditional Access or a security policy refuses this sign-in',
    fix: 'Let an administrator see which policy refused it: the tab Conditional Access of the sign-in.',
    owner: 'administrator',
  },
  {
    about: 'policy',
    pattern: /AADSTS(?:500021|500022|50002|500212|500213|1000104)(?!\d)/,
    means: 'a tenant restriction or a cross-tenant access policy forbids this tenant',
    fix: 'Change the tenant restrictions of the network, or External Identities > Cross-tenant access settings.',
    owner: 'administrator',
  },
  {
    about: 'user',
    pattern: /AADSTS(?:50058|16002|160021)(?!\d)/,
    means: 'nobody is logged in here, or the cookies of the session did not come with the request',
    fix: 'Send the user to an interactive login; a hidden frame has no session where the browser blocks third-party cookies.',
    owner: 'client',
  },
  {
    about: 'upstream',
    pattern: /AADSTS(?:20001|20012|20033|40008|40009|40010|40015|50008|5000819|50107|90123)(?!\d)/,
    means: 'the identity provider that the tenant is federated with failed or refused',
    fix: 'Check the federation of the domain and the log of that identity provider.',
    owner: 'administrator',
  },
  {
    about: 'server-error',
    pattern:
      /AADSTS(?:50000|50033|50086|50087|70012|90006|90012|90024|90033|90036|90090|90091|90092)(?!\d)/,
    means: 'a service of Microsoft failed for the moment',
    fix: 'Send the request again after a while.',
    owner: 'authorization server',
  },
  {
    about: 'logout-parameters',
    pattern: /AADSTS(?:50061|50068|50070|50071)(?!\d)/,
    means: 'the logout request does not go with the session of the browser',
    fix: 'Start the logout again from the application, with the id_token_hint of the last login.',
    owner: 'client',
  },
  {
    about: 'token',
    anywhere: false,
    at: API,
    pattern: /Access token validation failure\. Invalid audience/,
    means: 'the token is for another API than Microsoft Graph',
    fix: 'Ask for a scope of Microsoft Graph (https://graph.microsoft.com/User.Read or /.default) in a token request of its own, and send that token.',
    owner: 'client',
    seen: [AUDIENCE],
  },
  {
    about: 'token',
    anywhere: false,
    at: API,
    pattern: /Lifetime validation failed, the token is expired/,
    means: 'the access token has expired',
    fix: 'Refresh the access token and repeat the call.',
    owner: 'client',
    seen: [GRAPH],
  },
  {
    about: 'scope',
    anywhere: false,
    at: API,
    pattern: /\bAuthorization_RequestDenied\b|Insufficient privileges to complete the operation/,
    means: 'the token has no permission for this call',
    fix: `Add the permission that the documentation of this call names in ${PERMISSIONS} (delegated for users, application for client credentials), grant admin consent, and get a new token.`,
    owner: 'registration',
    seen: [GRAPH],
  },
]);
