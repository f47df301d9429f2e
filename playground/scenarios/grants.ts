import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const succeeded = { outcome: 'succeeded', cause: null } as const;
const device: Pick<Scenario, 'registration'> & { readonly kinds: readonly MessageKind[] } = {
  registration: () => ({
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
    redirect_uris: [],
    response_types: [],
  }),
  kinds: ['device-authorization-request', 'token-request'],
};

/** Tokens without an authorization response. */
export const grants: readonly Scenario[] = [
  scenario('device', {
    ...succeeded,
    ...device,
    title: 'Device login',
    sentence: 'This page plays a device that polls until somebody has agreed elsewhere (RFC 8628).',
  }),
  scenario('device-slow-down', {
    ...succeeded,
    ...device,
    capturedOnly: true,
    title: 'Device login, more slowly',
    sentence: 'The server answers slow_down once; the device waits five seconds longer.',
  }),
];
