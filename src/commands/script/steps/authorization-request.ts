import { queryOf } from '../../../http/url.ts';
import type { Message, MessageOf } from '../../../oauth/message.ts';
import { quotePosix } from '../../quote-posix.ts';
import { issuedLabel } from '../issued-members.ts';
import { loginParameter, newLogin } from '../login-values.ts';
import { scriptUrl } from '../script-request.ts';
import type { Line, ScriptRun } from '../script-run.ts';
import { defineStep } from '../script-step.ts';
import { word } from '../script-words.ts';

/** A person opens the address and pastes where the browser was sent back to. */
export default defineStep<'authorization-request'>((run, message) => {
  const { request } = message.exchange;
  const { body } = request;
  const text = body && 'text' in body ? body.text : '';
  const isPosted = request.method === 'POST' && text !== '';
  const url = isPosted
    ? `${request.url}${queryOf(request.url) === '' ? '?' : '&'}${text}`
    : request.url;
  // A pushed request has made its values already.
  const made = run.login?.challenge || run.login?.state ? [] : newLogin(run, message.params);
  const login = run.login;
  const written = scriptUrl(
    url,
    run.setting((name) => loginParameter(login, name)),
  );
  if ('refused' in written) return written;
  const response = answerTo(run.messages, message);
  const lines = [...made, ...modeNote(message), `browse ${word(written.parts)}`];
  if (login?.state) {
    lines.push(
      `[ "$(parameter state)" = "$${login.state.name}" ] || stop "Step $step: the state is not the one of this login."`,
    );
  }
  return [...lines, ...taken(run, response)];
});

function answerTo(
  messages: readonly Message[],
  request: MessageOf<'authorization-request'>,
): MessageOf<'authorization-response'> | null {
  for (const one of messages.slice(messages.indexOf(request) + 1)) {
    if (one.kind === 'authorization-response') return one;
    if (one.kind === 'authorization-request') return null;
  }
  return null;
}

function modeNote({ params }: MessageOf<'authorization-request'>): readonly string[] {
  if (params.get('response_mode') !== 'form_post') return [];
  return ['# The browser posts the answer: paste its fields as ?code=...&state=...'];
}

/** The parameters of the answer that later steps send. */
function taken(run: ScriptRun, response: MessageOf<'authorization-response'> | null): Line[] {
  const lines: Line[] = [];
  run.code = run.values.set('code', response?.params.get('code') ?? 'not recorded: code');
  const { name: code } = run.code;
  const line = `${code}=$(parameter code)\n[ -n "$${code}" ] || stop "Step $step: the address has no code."`;
  lines.push({ sets: run.code, line });
  for (const { name, value } of response?.params.pairs ?? []) {
    if (name === 'code' || name === 'state' || !/^\w{1,40}$/.test(name)) continue;
    if (value === '' || !run.values.hides(`${name}=${value}`)) continue;
    const variable = run.values.set(issuedLabel(name), value);
    lines.push({ sets: variable, line: `${variable.name}=$(parameter ${quotePosix(name)})` });
  }
  run.login = run.login && { ...run.login, state: null, challenge: null };
  return lines;
}
