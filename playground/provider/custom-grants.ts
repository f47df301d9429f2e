import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { issueIdentityAssertion, isTrusted } from './assertions.ts';
import type { SigningKey } from './signing-key.ts';

/** Wire names of the grants that oidc-provider does not implement. */
export const grantTypes = {
  password: 'password',
  exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
  jwtBearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  samlBearer: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
} as const;

const ID_JAG = 'urn:ietf:params:oauth:token-type:id-jag';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

interface Context {
  body: unknown;
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly params: Readonly<Record<string, string | undefined>>;
  };
}

interface Keys {
  readonly own: SigningKey;
  /** Public keys of the issuers whose assertions this server accepts. */
  readonly trusted: readonly CryptoKey[];
}

/** Registers the grants of RFC 6749 section 4.3, RFC 8693, RFC 7523 and RFC 7522. */
export function registerGrants(provider: Provider, { own, trusted }: Keys): void {
  const { password, exchange, jwtBearer, samlBearer } = grantTypes;

  async function issue(context: Context, extra: Readonly<Record<string, unknown>> = {}) {
    const { client, params } = context.oidc;
    const { scope = '' } = params;
    const grant = new provider.Grant({ accountId: 'ada', clientId: client.clientId });
    grant.addOIDCScope(scope);
    const grantId = await grant.save();
    const gty = 'custom';
    const token = new provider.AccessToken({ accountId: 'ada', client, grantId, gty, scope });
    const access_token = await token.save();
    const { expiration: expires_in } = token;
    context.body = { access_token, token_type: 'Bearer', expires_in, scope, ...extra };
  }

  async function exchangeToken(context: Context) {
    const { client, params } = context.oidc;
    if (params.requested_token_type !== ID_JAG)
      return issue(context, { issued_token_type: ACCESS_TOKEN });
    const access_token = await issueIdentityAssertion(provider.issuer, own, {
      client_id: client.clientId,
      scope: params.scope,
      audience: params.audience,
      subject_token: params.subject_token,
    });
    const { scope } = params;
    const described = { issued_token_type: ID_JAG, token_type: 'N_A', expires_in: 300, scope };
    context.body = { ...described, access_token };
  }

  const register = (name: string, handler: (context: Context) => unknown, parameters: string[]) =>
    provider.registerGrantType(name, handler, [...parameters, 'scope']);

  register(
    password,
    (context) => {
      if (context.oidc.params.password === 'invented-password') return issue(context);
      throw new errors.InvalidGrant('the password is wrong');
    },
    ['username', 'password'],
  );
  register(exchange, exchangeToken, [
    'audience',
    'requested_token_type',
    'resource',
    'subject_token',
    'subject_token_type',
  ]);
  register(
    jwtBearer,
    async (context) => {
      const assertion = context.oidc.params.assertion ?? '';
      if (await isTrusted(assertion, trusted, provider.issuer)) return issue(context);
      throw new errors.InvalidGrant('nobody whom this server trusts signed the assertion');
    },
    ['assertion'],
  );
  register(samlBearer, (context) => issue(context), ['assertion']);
}
