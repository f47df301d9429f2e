import { otherNamesInDeviceResponse } from '../../providers/registry/response-shapes.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message-base.ts';
import { type JsonObject, stringMember } from '../values/json.ts';

/** RFC 8628 section 3.1. */
export interface DeviceAuthorizationRequest extends MessageBase {
  readonly kind: 'device-authorization-request';
  readonly deviceCode: string | null;
  /** What the user types in, and where (RFC 8628 section 3.2). */
  readonly userCode: string | null;
  readonly verificationUri: string | null;
}

/** RFC 8628 section 3.1. */
export function recogniseDeviceAuthorization(
  view: ExchangeView,
): DeviceAuthorizationRequest | null {
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
