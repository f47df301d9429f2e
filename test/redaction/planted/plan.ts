import fc from 'fast-check';
import type { Recording } from '../../../src/http/recording.ts';
import { type CodeLogin, codeLogin } from './code-login.ts';
import { type Draft, draftOf, recordingOf, secret } from './draft.ts';
import { ECHO_NAMES, ECHOES, type EchoName } from './echoes.ts';
import { ENCODING_NAMES, ENCODINGS, type EncodingName } from './encodings.ts';
import { FAULT_NAMES, FAULTS, type FaultName } from './faults.ts';
import { OTHER_LOGINS } from './other-logins.ts';
import { rngOf } from './rng.ts';
import type { Sought } from './scanner.ts';
import {
  holds,
  PERSONAL_SOURCE_NAMES,
  PERSONAL_SOURCES,
  SECRET_SOURCE_NAMES,
  SECRET_SOURCES,
  type SecretSource,
} from './sources.ts';
import {
  PERSONAL,
  PERSONAL_NAMES,
  type PersonalName,
  SECRET_NAMES,
  SECRETS,
  type SecretName,
} from './values.ts';

type Echo = readonly [EchoName, EncodingName | 'first characters' | 'last characters'];

/** Everything that a recording is made of. Equal plans make equal recordings. */
export interface Plan {
  readonly seed: number;
  readonly login: CodeLogin | keyof typeof OTHER_LOGINS;
  readonly fault: FaultName;
  readonly secrets: readonly (readonly [SecretName, SecretSource, ...Echo[]])[];
  readonly people: readonly (readonly [PersonalName, string, ...Echo[]])[];
}

const echo: fc.Arbitrary<Echo> = fc.tuple(
  fc.constantFrom(...ECHO_NAMES),
  fc.constantFrom(...ENCODING_NAMES, 'first characters' as const, 'last characters' as const),
);
const echoes = fc.array(echo, { maxLength: 3 });

/** Logins of every kind, right or wrong, with secrets and people in any place and encoding. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(),
  login: fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        authentication: fc.constantFrom('none', 'basic', 'post', 'assertion'),
        mode: fc.constantFrom('query', 'form_post', 'fragment'),
        pushed: fc.boolean(),
        dpop: fc.boolean(),
        opaque: fc.boolean(),
      }),
    },
    fc.constantFrom(...(Object.keys(OTHER_LOGINS) as (keyof typeof OTHER_LOGINS)[])),
  ),
  fault: fc.constantFrom(...FAULT_NAMES),
  secrets: fc.array(
    fc
      .tuple(fc.constantFrom(...SECRET_NAMES), fc.constantFrom(...SECRET_SOURCE_NAMES), echoes)
      .filter(([kind, source]) => holds(source, kind))
      .map(([kind, source, more]) => [kind, source, ...more] as const),
    { maxLength: 4 },
  ),
  people: fc.array(
    fc
      .tuple(fc.constantFrom(...PERSONAL_NAMES), fc.constantFrom(...PERSONAL_SOURCE_NAMES), echoes)
      .map(([kind, source, more]) => [kind, source, ...more] as const),
    { maxLength: 3 },
  ),
});

/** A recording and what must not be in anything that is shared of it. */
export interface Planted {
  readonly recording: Recording;
  readonly sought: readonly Sought[];
}

/** Makes the recording of a plan. */
export function plantedOf(plan: Plan): Planted {
  const rng = rngOf(plan.seed);
  const draft = draftOf(rng);
  if (typeof plan.login === 'string') OTHER_LOGINS[plan.login](draft);
  else codeLogin(draft, plan.login);
  FAULTS[plan.fault](draft);
  for (const [kind, source, ...more] of plan.secrets) {
    const value = secret(draft, `${kind} in ${source}`, SECRETS[kind](rng));
    SECRET_SOURCES[source](draft, value);
    for (const one of more) echoInto(draft, value, one);
  }
  for (const [kind, source, ...more] of plan.people) {
    const value = secret(draft, `${kind} in ${source}`, PERSONAL[kind](rng));
    PERSONAL_SOURCES[source]?.(draft, value, kind);
    for (const one of more) echoInto(draft, value, one);
  }
  return { recording: recordingOf(draft), sought: draft.sought };
}

/** Writes a value again somewhere, or one end of a random one. */
function echoInto(draft: Draft, value: string, [place, encoding]: Echo): void {
  if (encoding !== 'first characters' && encoding !== 'last characters') {
    ECHOES[place](draft, ENCODINGS[encoding](value));
    return;
  }
  if (!/^[A-Za-z0-9]{24,}$/.test(value)) return;
  const isFirst = encoding === 'first characters';
  const part = isFirst ? value.slice(0, 14) : value.slice(-14);
  draft.sought.push({ what: encoding, value: part });
  ECHOES[place](draft, isFirst ? `${part}...` : `...${part}`);
}
