import { clientIdOf } from '../scenario.ts';

interface Client {
  readonly clientId: string;
}

/** Lifetimes in seconds. The client decides when a scenario must see something expire. */
export const lifetimes = {
  AccessToken: byClient({ clean: 5, 'expired-token-api': 2, 'refresh-not-repeated': 6 }, 3600),
  AuthorizationCode: 60,
  BackchannelAuthenticationRequest: 600,
  ClientCredentials: 600,
  DeviceCode: byClient({ 'device-expired': 2 }, 600),
  Grant: 86_400,
  IdToken: 3600,
  Interaction: 3600,
  RefreshToken: 86_400,
  Session: 86_400,
};

function byClient(seconds: Readonly<Record<string, number>>, usual: number) {
  const own = new Map(Object.entries(seconds).map(([name, it]) => [clientIdOf(name), it]));
  return (_context: unknown, _token: unknown, { clientId }: Client) => own.get(clientId) ?? usual;
}
