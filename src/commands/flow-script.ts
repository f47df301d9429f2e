import type { Message } from '../oauth/message.ts';
import { kindNamed } from '../oauth/message-kinds.ts';
import type { Refusal } from './plan.ts';
import { REDACTED } from './plan-notes.ts';
import { PREAMBLE } from './script/preamble.ts';
import { type Line, ScriptRun } from './script/script-run.ts';
import type { Step } from './script/script-step.ts';
import type { CommandResult } from './target.ts';
import { plainWords } from './treacherous.ts';

const files = import.meta.glob<Step>('./script/steps/*.ts', { eager: true, import: 'default' });

const stepOf = (kind: string): Step | null => files[`./script/steps/${kind}.ts`] ?? null;

/** Requests that belong to the browser or the page, although a script sends them. */
const OF_PAGE = new Set(['preflight', 'health-check', 'login-button-request']);
/** Kinds whose answer a person wants to see. */
const SHOWN = new Set(['api-call', 'userinfo-request', 'introspection-request']);

/**
 * The requests of a flow in order as a script for bash, which needs curl, jq and openssl. It holds no
 * secret: values go from answer to request, and a person is asked for the rest.
 */
export function flowScript(
  messages: readonly Message[],
  { redacted = false }: { readonly redacted?: boolean } = {},
): CommandResult {
  const run = new ScriptRun(messages);
  const steps: Line[] = [];
  let requests = 0;
  for (const [index, message] of messages.entries()) {
    const { kind } = message;
    const lines = linesOf(run, message);
    if (lines !== null && 'refused' in lines) return lines;
    const left = lines === null ? ' (left out: a browser does this)' : recorded(message);
    steps.push(`\n# Step ${index + 1}: ${plainWords(kindNamed(kind).word)}${left}`);
    if (lines === null) continue;
    requests += 1;
    steps.push(`step=${index + 1}`, ...lines);
    if (SHOWN.has(kind)) steps.push(`cat "$work/answer"; echo`);
  }
  if (requests === 0) return { refused: 'The flow has no request that a script can send.' };
  const asked = [...run.values.asked].map(({ name }) => name);
  const notes = asked.length > 0 ? [`Set first, not encoded: ${asked.join(', ')}`] : [];
  if (redacted) notes.push(REDACTED);
  const script = [
    '#!/usr/bin/env bash',
    '# The requests of an OAuth flow in order. Needs bash, curl, jq and openssl.',
    ...notes.map((note) => `# ${note}`),
    'set -euo pipefail',
    ...asked.map((name) => `: "\${${name}:?}"`),
    '',
    PREAMBLE,
    ...steps
      .filter((line) => typeof line === 'string' || run.values.used.has(line.sets))
      .map(textOf),
    '',
    `printf 'The flow has ended.\\n' >&2`,
  ];
  return { command: script.join('\n'), notes };
}

/** Null when a browser does this step. */
function linesOf(run: ScriptRun, message: Message): readonly Line[] | Refusal | null {
  const { kind, exchange } = message;
  const step = stepOf(kind);
  if (step) return step(run, message as never);
  const isSent = kindNamed(kind).sentBy === 'script' && !OF_PAGE.has(kind);
  if (!isSent || exchange.preflight || exchange.onDemand) return null;
  return run.request(exchange, `send ${exchange.response?.status ?? 0}`);
}

function recorded({ exchange }: Message): string {
  const status = exchange.response?.status;
  return status ? `, recorded with status ${status}` : ', recorded without an answer';
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.line;
}
