import { defineErrors } from '../registry/define-signatures.ts';

const CODES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  when: '2026-11',
} as const;
const SPA = {
  where: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482',
  when: '2026-11',
} as const;
const OTHER_REPLY = {
  where: 'https://github.com/PartnerCenterSamples/Reseller-Web-Application/issues/73',
  when: '2026-11',
} as const;
const FEDERATED = { where: 'https://github.com/Azure/login/issues/482', when: '2026-11' } as const;
const ASSERTION_TIME = {
  where: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/4951',
  when: '2026-11',
} as const;
const PKCE = {
  where: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5044',
  when: '2026-11',
} as const;

const REDIRECTS = 'App registrations > Authentication';
const SECRETS = 'App registrations > Certificates & secrets';
const TENANT =
  'Compare the tenant in the URL, its spelling and its cloud, with the tenant of the application';

/** Errors about the registration of the client: its redirect URIs, credentials and tenants. */
export default defineErrors({ anywhere: true, seen: [CODES] }, [
  {
    about: 'request',
    title: 'The token request has another redirect_uri than the login',
    pattern:
      /AADSTS500112(?!\d)|does not match the reply address '[^']{0,300}' provided when requesting Authorization code/,
    means: 'the redirect_uri of the token request is not the one of the authorization request',
    fix: 'Send the same redirect_uri in both requests; behind a proxy, compare scheme, host and the slash at the end.',
    owner: 'client',
    seen: [OTHER_REPLY],
  },
  {
    about: 'redirect-mismatch',
    pattern: /AADSTS(?:50011|500113|900971|70004)(?!\d)/,
    means: 'redirect_uri is not among the redirect URIs of the application',
    fix: `Add the exact URI in ${REDIRECTS}, under the right platform (Web, Single-page application, Mobile).`,
  },
  {
    about: 'client-unknown',
    pattern: /AADSTS(?:70001|7000112)(?!\d)/,
    means: 'the application is disabled in this tenant, or was removed from it',
    fix: 'Set "Enabled for users to sign in?" to Yes in Enterprise applications > Properties of the application.',
    owner: 'administrator',
  },
  {
    about: 'client-unknown',
    pattern: /AADSTS(?:700016|700011)(?!\d)/,
    means: 'this tenant has no such application',
    fix: 'Compare the application (client) id and the tenant in the URL with App registrations > Overview; for an application of another tenant, have an administrator of this one consent to it.',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS7000215(?!\d)/,
    means: 'the client secret is not one of this application; often the Secret ID was copied',
    fix: `Copy the Value (not the Secret ID) of a secret in ${SECRETS}; it is shown only once, so create a new secret if it is gone.`,
    owner: 'registration',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS7000222(?!\d)/,
    means: 'the client secret has expired',
    fix: `Create a new client secret in ${SECRETS}, and set its Value in every instance of the client.`,
    owner: 'registration',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS7000218(?!\d)/,
    means:
      'Entra takes this client for a confidential one, and the request has no secret or assertion',
    fix: `Send the secret from a server; for a page, register the redirect URI in ${REDIRECTS} as Single-page application, and for a program or a device set "Allow public client flows" there to Yes.`,
    owner: 'registration',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS700025(?!\d)/,
    means: 'the client is public, and a public client sends neither secret nor assertion',
    fix: `Leave the secret out; for a server with a secret, register the redirect URI in ${REDIRECTS} under the platform Web.`,
    owner: 'client',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS700024(?!\d)|Client assertion is not within its valid time range/,
    means: 'the client assertion is expired or not valid yet',
    fix: 'Make a new client assertion for each request, with exp a few minutes ahead, and compare the clock of the client.',
    owner: 'client',
    seen: [ASSERTION_TIME],
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS(?:700027|50012|700030)(?!\d)/,
    means: 'the signature or the certificate of the client assertion is not accepted',
    fix: `Upload the certificate that signs in ${SECRETS} > Certificates, and send its thumbprint (x5t or x5t#S256) and aud of this token endpoint in the assertion.`,
    owner: 'registration',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS50048(?!\d)/,
    means: 'iss and sub of the client assertion differ',
    fix: 'Set both iss and sub of the client assertion to the application (client) id.',
    owner: 'client',
  },
  {
    about: 'client-authentication',
    pattern: /AADSTS(?:70021|700211|700212|700213|7002137|7002138)(?!\d)/,
    means:
      'no federated credential of the application has the issuer, subject and audience of this token',
    fix: `Compare iss, sub and aud of the token, case included, with ${SECRETS} > Federated credentials.`,
    owner: 'registration',
    seen: [FEDERATED],
  },
  {
    about: 'request',
    title: 'The redirect URI is registered for another kind of client',
    pattern: /AADSTS9002326(?!\d)|Cross-origin token redemption is permitted only for/,
    means:
      'a page redeems the code, and the redirect URI is not registered as Single-page application',
    fix: `Move the redirect URI in ${REDIRECTS} from the platform Web (or Mobile) to Single-page application.`,
    owner: 'registration',
    seen: [SPA, CODES],
  },
  {
    about: 'request',
    title: 'The redirect URI is registered for another kind of client',
    pattern: /AADSTS9002327(?!\d)|may only be redeemed via cross-origin requests/,
    means:
      'the redirect URI is registered as Single-page application, and a server or program redeems the code',
    fix: `Move the redirect URI in ${REDIRECTS} to the platform Web (or Mobile and desktop), or redeem the code in the page.`,
    owner: 'registration',
    seen: [SPA],
  },
  {
    about: 'pkce',
    pattern: /AADSTS9002325(?!\d)/,
    means: 'a code of a Single-page application is redeemed with PKCE only',
    fix: `Send code_challenge and code_verifier; for a server that redeems the code, register the redirect URI in ${REDIRECTS} under the platform Web.`,
    owner: 'client',
    seen: [SPA],
  },
  {
    about: 'pkce',
    pattern: /AADSTS(?:501481|50148)(?!\d)/,
    means: 'code_verifier does not match the code_challenge of this login',
    fix: 'Keep the code_verifier of each login until its code is redeemed, and send that one.',
    owner: 'client',
    seen: [CODES, PKCE],
  },
  {
    about: 'pkce',
    pattern: /AADSTS(?:50147|501491|50149)(?!\d)/,
    means: 'code_challenge or its method is malformed',
    fix: 'Send base64url(sha256(code_verifier)), 43 characters without padding, with code_challenge_method=S256.',
    owner: 'client',
  },
  {
    about: 'policy',
    pattern: /AADSTS50194(?!\d)/,
    means: 'the application is for one tenant, and the request went to /common',
    fix: 'Use the tenant id in place of /common in the authority, or let App registrations > Authentication > Supported account types have several tenants.',
    owner: 'client',
  },
  {
    about: 'policy',
    pattern: /AADSTS(?:9001023|90124|90130)(?!\d)/,
    means: 'this grant, application or API is not supported at /common and /consumers',
    fix: 'Use /organizations or the tenant id in the authority.',
    owner: 'client',
  },
  {
    about: 'policy',
    pattern: /AADSTS9002346(?!\d)|for use by Microsoft Account users only/,
    means: 'the application is for personal Microsoft accounts only',
    fix: 'Use /consumers in the authority, or change App registrations > Authentication > Supported account types.',
    owner: 'client',
    seen: [{ where: 'https://github.com/oxalica/onedrive-api/issues/3', when: '2026-11' }],
  },
  {
    about: 'policy',
    pattern: /AADSTS9002332(?!\d)/,
    means: 'the application is for accounts of organisations only',
    fix: 'Use /organizations or the tenant id in place of /consumers in the authority.',
    owner: 'client',
  },
  {
    about: 'client-unknown',
    pattern: /AADSTS(?:90002|900023|50059|50128|90019|50049|90051)(?!\d)/,
    means: 'the URL names no tenant that exists in this cloud',
    fix: `${TENANT}.`,
    owner: 'client',
  },
]);
