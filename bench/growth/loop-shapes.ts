import type { Exchange } from '../../src/http/exchange.ts';
import type { Shapes } from './shape.ts';
import {
  APP,
  authorize,
  CALLBACK,
  CLIENT,
  codeOf,
  exchange,
  login,
  opaque,
  post,
  times,
} from './sketch.ts';

/** One login whose code is sent again and again. */
function oneCode(count: number): Exchange[] {
  const form = {
    grant_type: 'authorization_code',
    code: codeOf(0),
    client_id: CLIENT,
    redirect_uri: CALLBACK,
  };
  return [
    authorize(0, { state: 'first' }),
    ...times(count, (index) =>
      index === 0
        ? post(1, form, { access_token: opaque('one'), token_type: 'Bearer' })
        : post(index + 1, form, { error: 'invalid_grant' }, { status: 400 }),
    ),
  ];
}

/** The same login again and again: the callback sends the browser back to the server. */
function loop(count: number): Exchange[] {
  return times(count, (round) => {
    const state = `state-${round}`;
    const number = round * 3;
    return [
      exchange(number, {
        url: `${APP}/login`,
        status: 302,
        answer: {
          location: `https://as.example.com/authorize?state=${state}`,
          'set-cookie': `login=${state}`,
        },
      }),
      authorize(number + 1, { state }),
      exchange(number + 2, {
        url: `${CALLBACK}?code=${codeOf(number + 1)}&state=${state}`,
        status: 302,
        headers: { 'sec-fetch-site': 'cross-site' },
        answer: { location: `${APP}/login` },
      }),
    ];
  });
}

/** Logins that all begin before the first one goes on. */
function parallel(count: number): Exchange[] {
  const logins = times(count, (index) => [login(index * 10, opaque(index))]);
  return [0, 1, 2].flatMap((step) =>
    logins.flatMap((parts, index) => {
      const one = parts[step];
      if (!one) return [];
      const number = step * count + index;
      return [
        { ...one, id: `0:${number}`, startedAt: one.startedAt - index * 480 + step * count * 20 },
      ];
    }),
  );
}

/** Authorization requests that the server refuses, each with the next state. */
function refusals(count: number): Exchange[] {
  const answered = { error: 'invalid_scope', error_description: 'The scope is not known.' };
  return times(count, (index) => [
    authorize(index * 2, { state: `state-${index}`, answered }, { every: 2_000 }),
    exchange(index * 2 + 1, {
      url: `${CALLBACK}?${new URLSearchParams({ ...answered, state: `state-${index}` })}`,
      status: 200,
      every: 2_000,
      text: '<title>App</title>',
    }),
  ]);
}

/** One login, and renewals in a hidden frame, as single-page applications made them. */
function silent(count: number): Exchange[] {
  const renewals = times(count, (index) => {
    const number = 3 + index * 2;
    const rest = { destination: 'iframe', every: 20_000 } as const;
    const state = `silent-${index}`;
    return [
      authorize(number, { state, more: { prompt: 'none' } }, rest),
      exchange(number + 1, {
        url: `${CALLBACK}?code=${codeOf(number)}&state=${state}`,
        status: 200,
        ...rest,
      }),
    ];
  });
  return [...login(0, opaque('one')), ...renewals];
}

export const LOOP_SHAPES: Shapes = {
  'one-code': { what: 'requests that share one code', count: 5_000, make: oneCode },
  loop: { what: 'logins in one loop', count: 1_000, make: loop },
  parallel: { what: 'parallel flows', count: 2_000, make: parallel },
  'same-state': {
    what: 'flows with one state',
    count: 1_000,
    make: (count) => times(count, (index) => login(index * 3, opaque(index), {}, 'constant')),
  },
  refusals: { what: 'failed authorization requests', count: 5_000, make: refusals },
  silent: { what: 'silent renewals', count: 2_000, make: silent },
};
