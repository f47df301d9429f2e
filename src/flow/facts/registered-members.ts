import { responseText } from '../../oauth/exchange-view.ts';
import type { RegistrationRequest } from '../../oauth/kinds/registration-request.ts';
import { type JsonObject, jsonList, parseJsonObject } from '../../oauth/values/json.ts';

/** What a client asked for in a registration, and what the server registered. */
export interface AlteredMember {
  readonly name: string;
  readonly asked: readonly string[];
  readonly registered: readonly string[];
}

const LISTS = ['redirect_uris', 'grant_types', 'response_types'];

/** What the server answered to a registration; null when that is unknown or no object. */
export function registrationAnswer({ exchange }: RegistrationRequest): JsonObject | null {
  return parseJsonObject(responseText(exchange) ?? '');
}

/** The members of which the server took something away or that it replaced. Additions do not count. */
export function alteredMembers(request: RegistrationRequest): readonly AlteredMember[] {
  const { body } = request.exchange.request;
  const sent = parseJsonObject(body && 'text' in body ? body.text : '');
  const answer = registrationAnswer(request);
  if (sent === null || answer === null) return [];
  const members = [
    ...LISTS.map((name) => [name, jsonList(sent[name]), jsonList(answer[name])] as const),
    ['scope', words(sent.scope), words(answer.scope)] as const,
    [
      'token_endpoint_auth_method',
      words(sent.token_endpoint_auth_method),
      words(answer.token_endpoint_auth_method),
    ] as const,
  ];
  return members.flatMap(([name, asked, registered]) =>
    // A server need not repeat what it took over.
    Object.hasOwn(answer, name) && asked.some((one) => !registered.includes(one))
      ? [{ name, asked, registered }]
      : [],
  );
}

function words(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}
