import { clientOf } from './settings.ts';
import type { Attempt } from './status.ts';

/** Scenarios in which the page leaves the code to the back end of its application. */
export const HANDED_OVER: ReadonlySet<string> = new Set([
  'code-to-back-end',
  'code-to-back-end-refused',
]);

/** Gives the code to the app's server, which redeems it and keeps the tokens. */
export async function handOver(
  name: string,
  parameters: URLSearchParams,
  { state, verifier }: Attempt,
): Promise<string> {
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      code: parameters.get('code'),
      state,
      code_verifier: verifier,
      client: clientOf(name).clientId,
    }),
  });
  const said = (await answer.json()) as { user?: { sub: string }; message?: string };
  if (!answer.ok) throw new Error(said.message ?? 'no login');
  return `The back end knows ${said.user?.sub ?? 'nobody'}.`;
}
