import type { JsonObject } from '../../../src/oauth/json.ts';
import { type TokenView, viewToken } from '../../../src/oauth/jwt.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { parameterEntry } from '../../../src/oauth/parameters.ts';
import { isSecret } from '../secrets.ts';
import { absoluteTime, elapsed } from '../time.ts';
import { claimMoment, type NamedToken, tokensOf } from '../tokens.ts';
import { visible } from '../visible.ts';
import { type Pair, PairsTable } from './pairs-table.tsx';
import { Value } from './value.tsx';

function claimPairs(claims: JsonObject, receivedAt: number): readonly Pair[] {
  return Object.entries(claims).map(([name, value]) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    const moment = claimMoment(name, value);
    const note =
      moment === null
        ? parameterEntry(name)?.meaning
        : `${absoluteTime(moment)} (${elapsed(receivedAt, moment)} from this message)`;
    return { name, value: text, secret: isSecret(name, text), note };
  });
}

function Decoded({ view, receivedAt }: { view: TokenView; receivedAt: number }) {
  if (view.kind === 'opaque') {
    return <p class="note quiet">It is no JWT: only the server that issued it can read it.</p>;
  }
  if (view.kind === 'malformed') {
    return <p class="note bad">✖ It cannot be decoded: {visible(view.reason)}.</p>;
  }
  const header = view.kind === 'jwt' ? view.jwt.header : view.header;
  return (
    <>
      <h4>Header</h4>
      <PairsTable pairs={claimPairs(header, receivedAt)} label="Token header" />
      {view.kind === 'encrypted' ? (
        <p class="note quiet">◌ The rest is encrypted: only its recipient can read it.</p>
      ) : (
        <>
          <h4>Claims</h4>
          <PairsTable pairs={claimPairs(view.jwt.claims, receivedAt)} label="Token claims" />
        </>
      )}
    </>
  );
}

function Token({ token, receivedAt }: { token: NamedToken; receivedAt: number }) {
  const view = viewToken(token.text);
  const isJwt = view.kind === 'jwt';
  return (
    <section class="token">
      <h3>
        <span class="mono">{token.name}</span>{' '}
        {isJwt && <span class="quiet">decoded, its signature is not verified</span>}
      </h3>
      <p>
        <Value name={token.name} value={token.text} secret />
      </p>
      <Decoded view={view} receivedAt={receivedAt} />
    </section>
  );
}

/** Every token of the message, decoded and not verified. */
export function TokensTab({ message }: { readonly message: Message }) {
  const { startedAt, duration } = message.exchange;
  const receivedAt = startedAt + (duration ?? 0);
  return (
    <>
      {tokensOf(message).map((token) => (
        <Token key={token.text} token={token} receivedAt={receivedAt} />
      ))}
    </>
  );
}
