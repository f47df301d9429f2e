import type { Finding, Severity } from '../checks/finding.ts';
import type { AnalysedFlow, Outcome } from '../conclusion/analysed-flow.ts';
import { isPart } from '../conclusion/parts.ts';
import type { Message, MessageKind } from '../oauth/message.ts';

/** Who a message runs between. */
export type Lane = 'user agent' | 'client' | 'authorization server' | 'resource server';

export const MARKS: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', info: 'ℹ' };

export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  succeeded: '✔',
  failed: '✖',
  unfinished: '…',
  unknown: '?',
};

const LANES: Readonly<Record<MessageKind, readonly [Lane, Lane]>> = {
  'authorization-request': ['user agent', 'authorization server'],
  'authorization-response': ['authorization server', 'client'],
  'token-request': ['client', 'authorization server'],
  interaction: ['user agent', 'authorization server'],
  landing: ['user agent', 'client'],
  'userinfo-request': ['client', 'authorization server'],
  'api-call': ['client', 'resource server'],
  'metadata-request': ['client', 'authorization server'],
  'jwks-request': ['client', 'authorization server'],
  'pushed-authorization-request': ['client', 'authorization server'],
  'request-object': ['authorization server', 'client'],
  'device-authorization-request': ['client', 'authorization server'],
  'end-session-request': ['user agent', 'authorization server'],
  'frontchannel-logout-request': ['authorization server', 'client'],
  'session-iframe': ['user agent', 'authorization server'],
  'third-party-initiated-login': ['user agent', 'client'],
  'fedcm-request': ['user agent', 'authorization server'],
  'revocation-request': ['client', 'authorization server'],
  'introspection-request': ['client', 'authorization server'],
  'backchannel-authentication-request': ['client', 'authorization server'],
  'backchannel-notification': ['authorization server', 'client'],
  'registration-request': ['client', 'authorization server'],
  'client-metadata-request': ['authorization server', 'client'],
  'protected-resource-metadata-request': ['client', 'resource server'],
  'backchannel-logout-request': ['authorization server', 'client'],
  preflight: ['user agent', 'authorization server'],
};

/** From whom a message goes to whom. */
export function lanesOf(kind: MessageKind): readonly [Lane, Lane] {
  return LANES[kind];
}

const KINDS: Readonly<Partial<Record<MessageKind, string>>> = {
  'api-call': 'API call',
  'jwks-request': 'key set request',
  'frontchannel-logout-request': 'front-channel logout request',
  'third-party-initiated-login': 'third-party initiated login',
  'fedcm-request': 'FedCM request',
  'session-iframe': 'session frame',
  interaction: 'page of the authorization server',
  landing: 'page of the client',
  preflight: 'CORS preflight',
};

/** The kind of a message as a person says it. */
export function kindOf({ kind, exchange }: Message): string {
  const word = KINDS[kind] ?? kind.replaceAll('-', ' ');
  return exchange.onDemand ? `${word} (by the reader, not by the page)` : word;
}

/** What came back: the status, the failure, or that nothing is known. */
export function answerOf({ exchange }: Message): string {
  const { response, failure } = exchange;
  const failed = failure ? failure.reason.replaceAll('-', ' ') : null;
  if (response) {
    const status = String(response.status ?? 'answered, status unknown');
    return failed ? `${status}, ${failed}` : status;
  }
  return failed ?? 'no answer seen';
}

/** `authorization code`, `jwt bearer`. */
export function grantOf({ flow }: AnalysedFlow): string {
  return flow.grant.replaceAll('_', ' ');
}

/** Time since the flow began. */
export function elapsed(message: Message, { flow }: AnalysedFlow): string {
  const milliseconds = Math.round(message.exchange.startedAt - flow.startedAt);
  if (Math.abs(milliseconds) < 1_000) return `+${milliseconds} ms`;
  const seconds = milliseconds / 1_000;
  return seconds < 120 ? `+${seconds.toFixed(1)} s` : `+${Math.round(seconds / 60)} min`;
}

/** `parameter state`, `header Origin`, `status`; null when a finding has no single place. */
export function placeOf({ at }: Finding): string | null {
  if (!at) return null;
  return at.name === null ? at.part : `${at.part} ${at.name}`;
}

/** The findings of one message, or of the flow as a whole (null). */
export function findingsAt({ findings }: AnalysedFlow, message: number | null): readonly Finding[] {
  return findings.filter((finding) => finding.message === message);
}

/** `1 flow`, `2 flows`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

const ORDER: readonly Outcome[] = ['failed', 'unknown', 'unfinished', 'succeeded'];

/** What a reader has to know first: failures whose cause is known, errors, failures, the rest. */
export function worstFlowsFirst(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  return underTheirParents([...flows].sort((a, b) => rankOf(a) - rankOf(b)));
}

/** What is part of another flow is told right after it. */
function underTheirParents(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  const ids = new Set(flows.map(({ flow }) => flow.id));
  const inside = new Map<string, AnalysedFlow[]>();
  const others: AnalysedFlow[] = [];
  for (const one of flows) {
    const { parent } = one.flow;
    if (parent === null || !isPart(one.flow) || !ids.has(parent)) others.push(one);
    else inside.set(parent, [...(inside.get(parent) ?? []), one]);
  }
  const told = new Set<AnalysedFlow>();
  const open = [...others].reverse();
  for (let one = open.pop(); one; one = open.pop()) {
    told.add(one);
    open.push(...[...(inside.get(one.flow.id) ?? [])].reverse());
  }
  return [...told, ...flows.filter((one) => !told.has(one))];
}

/** How a flow hangs together with another one; empty when it stands alone. */
export function relationOf({ flow }: AnalysedFlow): string {
  if (flow.relation === null) return '';
  return flow.relation === 'inside' ? ' · inside another login' : ' · continues another flow';
}

function rankOf(analysed: AnalysedFlow): number {
  const isError = analysed.verdict.cause?.severity === 'error';
  if (isError) return analysed.outcome === 'failed' ? 0 : 1;
  return 2 + ORDER.indexOf(analysed.outcome);
}
