import { providerAt } from './hosts.ts';
import { providers } from './index.ts';
import type { RequestShape } from './message-shape.ts';

/** The parameters of a request, reduced to whether each is present. */
interface Names {
  has(name: string): boolean;
}

const NONE: readonly RequestShape[] = [];
const anywhere = providers
  .flatMap(({ requests = NONE }) => requests)
  .filter((shape) => shape.anywhere === true);

/** The shape of requests to this authorization endpoint; null when they follow the RFC. */
export function shapeOf(endpoint: string): RequestShape | null {
  const matches = (shape: RequestShape): boolean => shape.path.test(pathOf(endpoint));
  return ownShapes(endpoint).find(matches) ?? anywhere.find(matches) ?? null;
}

/** Reads a parameter as this provider does: under its registered name, with its default. */
export function readAs(
  shape: RequestShape,
  name: string,
  get: (name: string) => string | undefined,
): string | undefined {
  const other = shape.names?.[name];
  const value = get(name) ?? (other && get(other)) ?? shape.defaults?.[name];
  if (name !== 'response_type' || value === undefined || !shape.responseTypes) return value;
  const members = value.split(/[\s,]+/).filter((one) => !shape.responseTypes?.includes(one));
  return members.join(' ');
}

/** Whether a provider documents requests like this one at that endpoint. */
export function isKnownShape(endpoint: string, params: Names): boolean {
  const matches = ({ known, path }: RequestShape): boolean =>
    known.every((name) => params.has(name)) && path.test(pathOf(endpoint));
  return ownShapes(endpoint).some(matches) || anywhere.some(matches);
}

/** Whether this authorization endpoint does not need a parameter that the RFC requires. */
export function doesWithout(endpoint: string, name: string): boolean {
  return shapeOf(endpoint)?.without?.includes(name) ?? false;
}

function ownShapes(endpoint: string): readonly RequestShape[] {
  return providerAt(endpoint)?.requests ?? NONE;
}

/** The path of a URL without query. */
function pathOf(endpoint: string): string {
  const start = endpoint.indexOf('/', endpoint.indexOf('//') + 2);
  return start < 0 ? '/' : endpoint.slice(start);
}
