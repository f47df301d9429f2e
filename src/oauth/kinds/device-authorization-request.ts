import { otherNamesInDeviceResponse } from '../../providers/registry/response-shapes.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { type JsonObject, stringMember } from '../values/json.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/** RFC 8628 section 3.1. */
export interface DeviceAuthorizationRequest extends MessageBase {
  readonly kind: 'device-authorization-request';
  readonly deviceCode: string | null;
  /** The code that the user enters, and where (RFC 8628 section 3.2). */
  readonly userCode: string | null;
  readonly verificationUri: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'device-authorization-request': DeviceAuthorizationRequest;
  }
}

/** RFC 8628 section 3.1. */
function recogniseDeviceAuthorization(view: ExchangeView): DeviceAuthorizationRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'POST' || view.body.has('grant_type')) return null;
  const deviceCode = stringMember(responseJson, 'device_code');
  const issued = deviceCode !== null && stringMember(responseJson, 'user_code') !== null;
  const path = /\/(?:devicecode|device\/code|device_authorization|device\/auth)\/?$/i.test(
    view.endpoint,
  );
  if (!issued && !(path && view.body.has('client_id'))) return null;
  return {
    kind: 'device-authorization-request',
    exchange,
    params: view.body,
    preflight: null,
    deviceCode,
    userCode: stringMember(responseJson, 'user_code'),
    verificationUri: verificationUri(responseJson),
  };
}

function verificationUri(json: JsonObject | null): string | null {
  const names = ['verification_uri', ...otherNamesInDeviceResponse('verification_uri')];
  return names.map((name) => stringMember(json, name)).find((value) => value !== null) ?? null;
}

export default defineKind({
  kind: 'device-authorization-request',
  listedAs: 'device_authorization_endpoint',
  word: 'device authorization request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 6,
  signs: {
    path: /device_authorization|devicecode|device\/(?:auth|code)/,
    query: ['user_code'],
    body: ['user_code'],
  },
  before: ['authorization-request'],
  recognise: recogniseDeviceAuthorization,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  grant: { of: 'any', is: 'device_code' },
  begins: true,
  failsAlone: true,
  authenticates: true,
  leadsToTokens: true,
});
