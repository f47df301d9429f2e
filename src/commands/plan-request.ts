import type { Body, Exchange } from '../http/exchange.ts';
import { memoised } from '../http/memo.ts';
import { byteLength, latin1OfUtf8 } from './bytes.ts';
import { type Conceal, concealer } from './conceal.ts';
import type { Plan, PlannedBody, PlannedField, Refusal } from './plan.ts';
import { planHeaders, TOKEN, withBoundary } from './plan-headers.ts';
import { recordingNotes, variableNotes } from './plan-notes.ts';
import { requestUrl } from './request-url.ts';
import type { Manner } from './target.ts';
import { fullText, merged, type Template, type Variable } from './template.ts';
import { Variables } from './variables.ts';

const MAX_BODY = 1024 * 1024;
/** Linux allows 128 KiB in one argument. The rest is room for the values of variables. */
const MAX_WORD = 100 * 1024;
/** Stands for a body that was not recorded, also in a command with values. */
const BODY: Variable = { name: 'BODY', value: '' };

const plansOf = memoised((_: Exchange) => new Map<string, Plan | Refusal>());

/** What every target writes: the request in the order in which it was sent, and notes on it. */
export function planRequest(exchange: Exchange, manner: Manner): Plan | Refusal {
  const plans = plansOf(exchange);
  const key = `${manner.secrets} ${manner.redacted}`;
  const known = plans.get(key) ?? plan(exchange, manner);
  plans.set(key, known);
  return known;
}

function plan(exchange: Exchange, { secrets, redacted }: Manner): Plan | Refusal {
  const concealed = secrets === 'variables';
  const { request } = exchange;
  const { method, body } = request;
  const url = requestUrl(request.url);
  if ('refused' in url) return url;
  if (!TOKEN.test(method)) return { refused: 'The method is not an HTTP method.' };
  if (body && 'text' in body && byteLength(body.text) > MAX_BODY) {
    return {
      refused: 'The body is too large. Save it to a file and send it with --data-binary @file.',
    };
  }
  const words = [url.url, ...request.headers.map(({ value }) => value)];
  if (words.some((word) => byteLength(word) > MAX_WORD)) {
    return { refused: 'The URL or a header is too long for a command line.' };
  }
  const variables = new Variables();
  const conceal = concealer(exchange, variables);
  const target = conceal(url.url);
  const headers = planHeaders(request, variables, conceal, concealed);
  const posted = bodyTemplate(body, conceal);
  // All secrets are known now, so they are found in all other places.
  const parts = {
    url: variables.sweep(target),
    fields: headers.fields.map((one) => ({ ...one, value: variables.sweep(one.value) })),
    body: posted && variables.sweep(posted),
  };
  const named = variablesOf(parts);
  const shown = (template: Template): Template => (concealed ? template : plain(template));
  const fields = parts.fields.map((field) => ({ ...field, value: shown(field.value) }));
  const remarks = [...url.notes, ...headers.notes, ...recordingNotes(exchange)];
  const isRebuilt = body && 'text' in body && body.rebuilt && body.text.includes('\r\n');
  return {
    method,
    url: shown(parts.url),
    fields: isRebuilt ? withBoundary(fields, request, body.text) : fields,
    body: plannedBody(exchange, parts.body && shown(parts.body)),
    variables: concealed ? named : named.filter((one) => one === BODY),
    notes: [...variableNotes(named, { concealed, redacted }), ...remarks],
    remarks,
    concealed,
    redacted,
  };
}

/** The plan of a program that can send only these fields. It needs no variable of the others. */
export function withFields(whole: Plan, fields: readonly PlannedField[]): Plan {
  if (!whole.concealed) return { ...whole, fields };
  const { url, body, remarks, redacted } = whole;
  const variables = variablesOf({ url, fields, body: body?.parts ?? null });
  const notes = [...variableNotes(variables, { concealed: true, redacted }), ...remarks];
  return { ...whole, fields, variables, notes };
}

/** A body that was not recorded is always a variable. */
function plain(template: Template): Template {
  return template.includes(BODY) ? template : merged([fullText(template)]);
}

function bodyTemplate(body: Body | null, conceal: Conceal): Template | null {
  if (body === null) return null;
  return 'text' in body ? conceal(body.text) : [BODY];
}

/** Null when no body is sent. Methods that expect a body send an empty one. */
function plannedBody({ request }: Exchange, parts: Template | null): PlannedBody | null {
  const { body, method } = request;
  const isExpected = ['POST', 'PUT', 'PATCH'].includes(method);
  if (body === null || !parts) return isExpected ? { parts: [], binary: false } : null;
  if (!('text' in body)) return { parts, binary: false };
  if (body.text === '' && !isExpected) return null;
  if (body.binary) return { parts, binary: true };
  // No argument can hold NUL.
  if (!body.text.includes('\0')) return { parts, binary: false };
  const bytes = parts.map((part) => (typeof part === 'string' ? latin1OfUtf8(part) : part));
  return { parts: bytes, binary: true };
}

function variablesOf(parts: {
  readonly url: Template;
  readonly fields: readonly PlannedField[];
  readonly body: Template | null;
}): readonly Variable[] {
  const fields = parts.fields.flatMap(({ value, basic }) => basic ?? value);
  const all = [...parts.url, ...fields, ...(parts.body ?? [])];
  return [...new Set(all.filter((part) => typeof part !== 'string'))];
}
