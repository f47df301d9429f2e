import { AS, add, type Draft, find, type Step } from './draft.ts';

type Fault = (draft: Draft) => void;

/** Changes a parameter of a query, a fragment or a form. */
function change(text: string, name: string, write: (value: string) => string): string {
  return text.replace(
    new RegExp(`(?<=[?&#]|^)(${name})=([^&#]*)`),
    (_, key: string, value: string) =>
      `${key}=${encodeURIComponent(write(decodeURIComponent(value)))}`,
  );
}

function onStep(draft: Draft, label: string, run: (step: Step) => void): void {
  const step = find(draft, label);
  if (step) run(step);
}

function inCallback(draft: Draft, name: string, write: (value: string) => string): void {
  onStep(draft, 'callback', (step) => {
    step.url = change(step.url, name, write);
    if (step.body !== null) step.body = change(step.body, name, write);
  });
}

function inToken(draft: Draft, name: string, write: (value: string) => string): void {
  onStep(draft, 'token', (step) => {
    step.body = step.body && change(step.body, name, write);
  });
}

function inAnswer(draft: Draft, label: string, changes: Readonly<Record<string, unknown>>): void {
  onStep(draft, label, (step) => {
    step.text = JSON.stringify({ ...(JSON.parse(step.text) as object), ...changes });
  });
}

function refuse(draft: Draft, description: string): void {
  onStep(draft, 'token', (step) => {
    step.status = 400;
    step.text = JSON.stringify({ error: 'invalid_grant', error_description: description });
  });
}

const other = (draft: Draft, what: string, length: number): string => {
  const value = draft.rng.token(length);
  draft.sought.push({ what, value });
  return value;
};
const codeOf = (draft: Draft): string =>
  draft.sought.find(({ what }) => what === 'code')?.value ?? '';

/** What can be wrong in a login. A fault does nothing where its message is missing. */
export const FAULTS = {
  none: () => undefined,
  'the state is cut': (draft) => inCallback(draft, 'state', (value) => value.slice(0, -1)),
  'the state is another': (draft) =>
    inCallback(draft, 'state', () => other(draft, 'other state', 28)),
  'the state has another case': (draft) =>
    inCallback(draft, 'state', (value) => value.toLowerCase()),
  'the code is undefined': (draft) => inToken(draft, 'code', () => 'undefined'),
  'the code is encoded twice': (draft) =>
    inToken(draft, 'code', (value) => encodeURIComponent(`${value}/`)),
  'the verifier is cut': (draft) => {
    inToken(draft, 'code_verifier', (value) => value.slice(0, -1));
    refuse(draft, 'PKCE verification failed');
  },
  'the verifier is another': (draft) => {
    inToken(draft, 'code_verifier', () => other(draft, 'other verifier', 43));
    refuse(draft, 'PKCE verification failed');
  },
  'the verifier is missing': (draft) => {
    onStep(draft, 'token', (step) => {
      step.body = step.body?.replace(/&code_verifier=[^&]*/, '') ?? null;
    });
    refuse(draft, `Code ${codeOf(draft)} needs its verifier.`);
  },
  'the code is refused': (draft) =>
    refuse(draft, `The code "${codeOf(draft).slice(0, 14)}..." is not valid for ${AS}.`),
  'the code is used twice': (draft) =>
    onStep(draft, 'token', ({ label, ...step }) =>
      add(draft, 'second use', { ...step, status: 400, text: '{"error":"invalid_grant"}' }),
    ),
  'the redirect_uri differs': (draft) => {
    inToken(draft, 'redirect_uri', (value) => `${value}/`);
    refuse(draft, 'redirect_uri does not match');
  },
  'no answer for the page': (draft) =>
    onStep(draft, 'token', (step) => {
      step.answer = { 'Content-Type': 'application/json' };
    }),
  'the token answer is HTML': (draft) =>
    onStep(draft, 'token', (step) => {
      step.status = 502;
      step.answer = { 'Content-Type': 'text/html' };
      step.text = '<html><title>502 Bad Gateway</title></html>';
    }),
  'another subject at userinfo': (draft) =>
    inAnswer(draft, 'userinfo', { sub: other(draft, 'other subject', 20) }),
  'the signature is broken': (draft) =>
    onStep(draft, 'token', (step) => {
      const answer = JSON.parse(step.text) as Record<string, unknown>;
      const broken = `${String(answer.id_token).slice(0, -6)}AAAAAA`;
      if (answer.id_token) step.text = JSON.stringify({ ...answer, id_token: broken });
    }),
  'the access token is another': (draft) =>
    inAnswer(draft, 'token', { access_token: other(draft, 'other token', 44) }),
  'the API refuses': (draft) =>
    onStep(draft, 'api', (step) => {
      step.status = 401;
      step.answer = {
        ...step.answer,
        'WWW-Authenticate': `Bearer realm="orders", error="invalid_token", error_description="The token ${/\S+$/.exec(step.headers.Authorization ?? '')?.[0]} is expired"`,
      };
      step.text = '{"code":"E1042","message":"expired"}';
    }),
  'the refresh token is used again': (draft) =>
    onStep(draft, 'refresh', ({ label, ...step }) =>
      add(draft, 'reuse', {
        ...step,
        status: 400,
        text: '{"error":"invalid_grant","error_description":"Token was already used"}',
      }),
    ),
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
