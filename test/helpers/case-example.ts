import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import type { Body, Exchange, Header } from '../../src/http/exchange.ts';
import { providerOf } from '../../src/providers/registry/identify.ts';
import { snapshotOf } from './analyse.ts';
import { placedOf } from './case-findings.ts';
import type { HttpCase } from './http-cases.ts';

/** The longest line of an example. */
const MAX_LINE = 600;

/** Header fields that tell something; others would only make an example long. */
const TELLING =
  /^(?:content-type|location|www-authenticate|authorization|dpop|origin|cookie|set-cookie|access-control-[\w-]+|retry-after|cache-control|date)$/i;

/** The exchange of a case at which a check reports something, with its sentence and its fix. */
export function exampleOf(check: RegisteredCheck, cases: readonly HttpCase[]): string {
  const chosen = cases.find(({ verdict }) => verdict === 'reports');
  if (!chosen) return '';
  const [placed] = placedOf(snapshotOf(chosen.exchanges), check);
  if (!placed) return '';
  const { finding, message } = placed;
  const http = message ? ['```http', ...requestLines(message.exchange), '```', ''] : [];
  const words = `**${finding.title}.** ${finding.observed}`;
  const fix = finding.fix === check.fix ? [] : ['>', `> ${oneLine(`**Fix.** ${finding.fix}`)}`];
  return ['## Example', '', ...http, `> ${oneLine(words)}`, ...fix].join('\n');
}

/** The providers whose traffic is among the cases that a check reports, by name. */
export function providersIn(cases: readonly HttpCase[]): readonly string[] {
  const found = cases
    .filter(({ verdict }) => verdict === 'reports')
    .flatMap(({ exchanges }) => exchanges.flatMap((one) => providerOf(one)?.id ?? []));
  return [...new Set(found)].sort();
}

function requestLines({ request, response, failure }: Exchange): readonly string[] {
  const sent = [
    cut(`${request.method} ${request.url}`),
    ...headerLines(request.headers),
    ...bodyLines(request.body),
  ];
  if (!response) return [...sent, '', failure ? `(failed: ${failure.reason})` : '(no response)'];
  const { status, headers, body } = response;
  return [...sent, '', `HTTP ${status ?? '?'}`, ...headerLines(headers), ...bodyLines(body)];
}

function headerLines(headers: readonly Header[]): readonly string[] {
  return headers
    .filter(({ name }) => TELLING.test(name))
    .map(({ name, value }) => cut(`${name}: ${value}`));
}

function bodyLines(body: Body | null): readonly string[] {
  return body && 'text' in body && body.text !== ''
    ? ['', ...body.text.split('\n').slice(0, 12).map(cut)]
    : [];
}

const cut = (line: string): string =>
  line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line.replaceAll('```', "'''");

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');
