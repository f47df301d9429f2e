import { Session } from '../panels/oauth/model/session.ts';
import { keptFlows } from '../panels/oauth/view/kept-flows.ts';
import { createAnalysis } from '../src/analysis/analysis.ts';
import { LiveRecording } from '../src/extension/devtools/live-recording.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { ACCESS_TOKEN, login } from '../test/panels/recording.ts';
import { liveBytes } from './measure.ts';

const [FEW, MANY] = [20_000, 100_000];
/** Requests between two updates of the panel. */
const BATCH = 500;
/** Calls with the token of one login, and the characters of each answer. */
const [CALLS, ANSWER] = [40, 2_000];
/** Milliseconds between two requests. */
const EVERY = 500;

function* requests(start: number): Generator<Exchange> {
  for (let index = 0, number = 0; ; number += 1) {
    const name = `login ${number} `;
    const state = `state-of-${name}`;
    const exchanges = login({ prefix: name, state, code: `code-of-${name}` }).map((one) =>
      withToken(one, `token-of-login-${number}`),
    );
    const last = exchanges.at(-1);
    for (const one of exchanges) yield { ...one, startedAt: start + index++ * EVERY };
    for (let call = 0; last && call < CALLS; call += 1)
      yield callOf(last, `${name}call ${call}`, start + index++ * EVERY);
  }
}

/** Each login has a token of its own. */
function withToken(exchange: Exchange, token: string): Exchange {
  return JSON.parse(JSON.stringify(exchange).replaceAll(ACCESS_TOKEN, token)) as Exchange;
}

/** A call of the API like another one, with an answer of its own. */
function callOf(like: Exchange, id: string, startedAt: number): Exchange {
  const { request, response } = like;
  const body = { text: `${id}${'x'.repeat(ANSWER)}` };
  return {
    ...like,
    id,
    startedAt,
    request: { ...request, url: `https://api.example.com/${encodeURIComponent(id)}` },
    response: response && { ...response, body },
  };
}

/** The heap of recorder and panel after many requests of logins, divided by that after fewer. */
export function panelMemory(): { readonly ratio: number; readonly megabytes: number } {
  const recording = new LiveRecording();
  const session = new Session(createAnalysis());
  recording.subscribe((event) => session.take(event));
  recording.limit.askBeforeDropping(() => {
    const { flows } = session.snapshot.value;
    return keptFlows(flows, flows.at(-1) ?? null, Date.now());
  });
  const all = requests(Date.now() - (MANY + 10_000) * EVERY);
  const after = (from: number, to: number): number => {
    for (let done = from; done < to; done += 1) {
      const next = all.next().value;
      if (next) recording.put(next, { epoch: 0, side: 'devtools' });
      if (done % BATCH === 0) session.flush();
    }
    session.flush();
    return liveBytes();
  };
  const few = after(0, FEW);
  const many = after(FEW, MANY);
  return { ratio: many / few, megabytes: many / 1_000_000 };
}
