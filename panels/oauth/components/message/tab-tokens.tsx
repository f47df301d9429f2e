import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { type NamedToken, tokensOf } from '../../../../src/oauth/message-tokens.ts';
import { parameterEntry } from '../../../../src/oauth/registry/parameters.ts';
import { type JsonObject, jsonText } from '../../../../src/oauth/values/json.ts';
import { type TokenView, viewToken } from '../../../../src/oauth/values/jwt.ts';
import { elapsed } from '../../../../src/words/times.ts';
import { claimMoment } from '../../view/claim-moment.ts';
import { isSecret, secretsOf } from '../../view/masking.ts';
import { timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { Pointing } from '../flow/pointing.tsx';
import { type Pair, PairsTable } from './pairs-table.tsx';
import { SignatureLine } from './signature-line.tsx';
import { Value } from './value.tsx';

interface Place {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

function claimPairs(claims: JsonObject, { step, analysed }: Place, token: string): readonly Pair[] {
  const { startedAt, duration } = step.message.exchange;
  const receivedAt = startedAt + (duration ?? 0);
  return Object.entries(claims).map(([name, value]) => {
    const text = typeof value === 'string' ? value : jsonText(value);
    const moment = claimMoment(name, value);
    const word =
      moment === null
        ? parameterEntry(name)?.meaning
        : `${timeOfDay(moment)} (${elapsed(receivedAt, moment)} from this message)`;
    const note = (
      <>
        {word}
        <Pointing step={step} analysed={analysed} part="claim" name={name} token={token} />
      </>
    );
    return { name, value: text, secret: isSecret(name, text), note };
  });
}

function Decoded({
  view,
  place,
  name,
}: {
  readonly view: TokenView;
  readonly place: Place;
  readonly name: string;
}) {
  if (view.kind === 'opaque') {
    return <p class="note quiet">Opaque token (not a JWT). Only its issuer can read it.</p>;
  }
  if (view.kind === 'malformed') {
    return <p class="note bad">✖ It cannot be decoded: {visible(view.reason)}.</p>;
  }
  const secrets = secretsOf(place.step.message.exchange);
  const header = view.kind === 'jwt' ? view.jwt.header : view.header;
  return (
    <>
      <h4>Header</h4>
      <PairsTable pairs={claimPairs(header, place, name)} label="Token header" secrets={secrets} />
      {view.kind === 'encrypted' ? (
        <p class="note quiet">◌ The rest is encrypted: only its recipient can read it.</p>
      ) : (
        <>
          <h4>Claims</h4>
          <PairsTable
            pairs={claimPairs(view.jwt.claims, place, name)}
            label="Token claims"
            secrets={secrets}
          />
        </>
      )}
    </>
  );
}

function Token({ token, place }: { readonly token: NamedToken; readonly place: Place }) {
  const view = viewToken(token.text);
  return (
    <section class="token">
      <h3>
        <span class="mono">{token.name}</span>
      </h3>
      <p>
        <Value name={token.name} value={token.text} secret />
      </p>
      {view.kind === 'jwt' && <SignatureLine jwt={view.jwt} analysed={place.analysed} />}
      <Decoded view={view} place={place} name={token.name} />
    </section>
  );
}

/** Every token of the message, decoded, with what is known of its signature. */
export function TokensTab(place: Place) {
  return (
    <>
      {tokensOf(place.step.message).map((token) => (
        <Token key={token.text} token={token} place={place} />
      ))}
    </>
  );
}
