import { providers } from './index.ts';
import type { ResponseShape } from './message-shape.ts';

type ShapeOf<K extends ResponseShape['of']> = Extract<ResponseShape, { readonly of: K }>;

const shapes = providers.flatMap(({ responses = [] }) => responses);
const isOf =
  <K extends ResponseShape['of']>(kind: K) =>
  (shape: ResponseShape): shape is ShapeOf<K> =>
    shape.of === kind;
const ofAuthorization = shapes.filter(isOf('authorization-response'));
const ofDevice = shapes.filter(isOf('device-authorization-response'));
const ofToken = shapes.filter(isOf('token-response'));
const modes = providers.flatMap(({ responseModes = [] }) => responseModes);

/** Pairs of a registered parameter and the name that a provider gives it in this response. */
export function renamedInResponse(
  has: (name: string) => boolean,
): readonly (readonly [registered: string, name: string])[] {
  return ofAuthorization.flatMap(({ names, beside }) =>
    has(beside) ? Object.entries(names).filter(([, name]) => has(name)) : [],
  );
}

/** Providers' names for this member of a device authorization response (RFC 8628 section 3.2). */
export function otherNamesInDeviceResponse(registered: string): readonly string[] {
  return ofDevice.flatMap(({ names }) => names[registered] ?? []);
}

/** The shape of a token response whose members show its provider; null for all others. */
export function tokenResponseShape(
  json: Readonly<Record<string, unknown>> | null,
): ShapeOf<'token-response'> | null {
  return json === null ? null : (ofToken.find(({ beside }) => json[beside] === true) ?? null);
}

/** The registered response mode that works like this one. Registered modes stay as they are. */
export function registeredMode(mode: string): string {
  return modes.find(({ name }) => name === mode)?.like ?? mode;
}
