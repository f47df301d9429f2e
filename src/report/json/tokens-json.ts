import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { formOf } from '../../conclusion/ledgers/token-states.ts';
import { endOfFlow } from '../../conclusion/token-time.ts';
import { type TokenVerdict, tokenVerdicts } from '../../conclusion/token-verdict.ts';
import { timeOf } from './time-of.ts';

type Redact = (text: string) => string;

/** The tokens of a flow with verdict, comparisons, life and end; with `only`, those of one message. */
export function tokensJson(analysed: AnalysedFlow, only: number | null, redact: Redact) {
  return tokenVerdicts(analysed)
    .filter(({ token }) => only === null || token.places.some(({ message }) => message === only))
    .map((verdict) => tokenJson(verdict, endOfFlow(analysed.flow), only, redact));
}

function tokenJson(
  { token, state, text, claims, time, life, signature }: TokenVerdict,
  end: number,
  only: number | null,
  redact: Redact,
) {
  return {
    token: token.name,
    form: formOf(token),
    state,
    text: redact(text),
    signature: signature && (signature.is === 'unknown' ? signature.because : signature.is),
    claims: claims.map(({ part, name, result, told, finding }) => ({
      part,
      name: redact(name),
      result,
      told: redact(told),
      check: finding?.check ?? null,
    })),
    life: life
      .filter(({ message }) => only === null || message === only)
      .map(({ deed, message, at, host, replacedBy }) => ({
        deed,
        message: only === null ? message : 0,
        at: timeOf(at),
        host: redact(host),
        replaced: replacedBy !== null,
      })),
    ends: time && { at: timeOf(time.endsAt), by: time.by, left: Math.round(time.endsAt - end) },
  };
}
