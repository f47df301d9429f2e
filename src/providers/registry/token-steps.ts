import { providers } from './index.ts';

const steps = new Map(
  providers.flatMap(({ tokenSteps = [] }) => tokenSteps.map(({ code, next }) => [code, next])),
);

/**
 * What the client has to do after this error code of the token endpoint, when a provider documents
 * it as a step that refuses nothing; null for all other codes.
 */
export function stepOfProvider(code: string): string | null {
  return steps.get(code) ?? null;
}
