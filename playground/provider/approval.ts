import type Provider from 'oidc-provider';

/** The user's answer on a device that is not recorded. */
export type Answer = 'approve' | 'deny';

interface Account {
  readonly accountId: string;
}

interface BackchannelRequest extends Account {
  readonly clientId: string;
  readonly params: { readonly scope?: string; readonly binding_message?: string };
}

interface Context {
  readonly oidc: { readonly provider: Provider };
}

/** Milliseconds that a user looks at another device. */
const LOOKS = 1_500;

const denied = {
  error: 'access_denied',
  errorDescription: 'the person said no on the other device',
} as const;

/** Agrees to every request after a moment, as the user's other device (CIBA section 7.1). */
export async function approveBackchannel(
  { oidc: { provider } }: Context,
  request: BackchannelRequest,
): Promise<void> {
  const { accountId, clientId, params } = request;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(params.scope ?? '');
  const grantId = await grant.save();
  setTimeout(() => void provider.backchannelResult(request, grantId), LOOKS);
}

/** Answers the user code of a device (RFC 8628 section 3.3) as a user in another browser would. */
export async function answerDevice(
  provider: Provider,
  userCode: string,
  answer: Answer,
): Promise<boolean> {
  const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''));
  if (!code) return false;
  if (answer === 'deny') Object.assign(code, denied);
  else {
    const grant = new provider.Grant({ accountId: 'ada', clientId: code.clientId });
    grant.addOIDCScope(code.params.scope ?? '');
    Object.assign(code, {
      accountId: 'ada',
      grantId: await grant.save(),
      scope: code.params.scope,
      authTime: Math.floor(Date.now() / 1000),
    });
  }
  await code.save();
  return true;
}
