import type Provider from 'oidc-provider';

interface Context {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly params: { readonly scope?: string; readonly authorization_details?: string };
    readonly session: { readonly accountId: string };
    readonly requestParamClaims: Iterable<string>;
    readonly resourceServers: Readonly<Record<string, { readonly scope: string }>>;
  };
}

/** Treats a login as consent, so that one click does both. */
export async function grantEverything({ oidc }: Context) {
  const { provider, client, session, params, requestParamClaims, resourceServers } = oidc;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(params.scope ?? '');
  grant.addOIDCClaims([...requestParamClaims]);
  for (const [resource, { scope }] of Object.entries(resourceServers)) {
    grant.addResourceScope(resource, scope);
  }
  for (const detail of JSON.parse(params.authorization_details ?? '[]') as unknown[]) {
    grant.addRar(detail);
  }
  await grant.save();
  return grant;
}
