import type { MessageBase } from '../../oauth/message.ts';
import type { Line, LoginValues, ScriptRun } from './script-run.ts';

/** The lines that make state, nonce and PKCE anew for a login with these parameters. */
export function newLogin(run: ScriptRun, params: MessageBase['params']): readonly Line[] {
  const { values } = run;
  const lines: Line[] = [];
  const made = (name: string) => {
    const value = params.get(name);
    if (!value) return null;
    const variable = values.set(name, value);
    if (name !== 'code_challenge') lines.push(`${variable.name}=$(random)`);
    return variable;
  };
  const state = made('state');
  const nonce = made('nonce');
  const challenge = made('code_challenge');
  const sent = run.messages.map((one) => one.params.get('code_verifier')).find(Boolean);
  const isOther = sent !== undefined && sent !== challenge?.value;
  const recorded = isOther ? sent : `of ${challenge?.value}`;
  const verifier = challenge && values.set('code_verifier', recorded);
  if (challenge && verifier) {
    const isPlain = (params.get('code_challenge_method') ?? 'plain') === 'plain';
    const hashed = `$(printf '%s' "$${verifier.name}" | openssl dgst -sha256 -binary | base64url)`;
    lines.push(`${verifier.name}=$(random)`);
    lines.push(`${challenge.name}=${isPlain ? `$${verifier.name}` : hashed}`);
  }
  run.login = { state, nonce, challenge, verifier };
  return lines;
}

/** The variable of a parameter of an authorization request, pushed or not. */
export function loginParameter(login: LoginValues | null, name: string) {
  if (name === 'state') return login?.state ?? null;
  if (name === 'nonce') return login?.nonce ?? null;
  return name === 'code_challenge' ? (login?.challenge ?? null) : null;
}
