import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import type { TokenName } from '../../oauth/message-tokens.ts';
import type { Flow } from '../flow.ts';
import { type FlowToken, flowTokens } from './flow-tokens.ts';

/** Tokens that belong together: of one grant and its refreshes, or made by one party. */
export interface TokenFamily {
  /**
   * `grant`: issued by the server, with what refreshes brought. `elsewhere`: used, but not issued in
   * this flow. `client`: made by the client. `server`: signed messages of the server.
   */
  readonly from: 'grant' | 'elsewhere' | 'client' | 'server';
  readonly key: string;
  /** Indexes of the messages that issued its tokens, in order. */
  readonly issues: readonly number[];
  readonly tokens: readonly FlowToken[];
}

/** The party that makes a token of a name, when no grant issues it. */
const MAKERS: Readonly<Partial<Record<TokenName, TokenFamily['from']>>> = {
  'DPoP proof': 'client',
  client_assertion: 'client',
  request: 'client',
  software_statement: 'client',
  logout_token: 'server',
  response: 'server',
  'response body': 'server',
};

interface Growing {
  readonly family: TokenFamily;
  readonly tokens: FlowToken[];
  readonly issues: number[];
}

/** The tokens of a flow in families, in order. */
export const tokenFamilies = memoised((flow: Flow): readonly TokenFamily[] => {
  const families = new Map<string, Growing>();
  const homes = new Map<string, string>();
  const put = (from: TokenFamily['from'], key: string, token: FlowToken): void => {
    const known = families.get(key) ?? grown(from, key);
    families.set(key, known);
    known.tokens.push(token);
    homes.set(token.text, key);
    const issue = token.places.find(({ issued }) => issued)?.message;
    if (issue !== undefined && known.issues.at(-1) !== issue) known.issues.push(issue);
  };
  for (const token of flowTokens(flow)) {
    const issue = token.places.find(({ issued }) => issued);
    const message = issue === undefined ? undefined : flow.messages[issue.message];
    const maker = MAKERS[token.name];
    if (maker) put(maker, maker, token);
    else if (message) put('grant', grantKey(message, homes), token);
    else put('elsewhere', homeOf(token, homes), token);
  }
  return [...families.values()].map(({ family }) => family);
});

function grown(from: TokenFamily['from'], key: string): Growing {
  const tokens: FlowToken[] = [];
  const issues: number[] = [];
  return { family: { from, key, tokens, issues }, tokens, issues };
}

/** What a refresh brings belongs to the tokens from which its refresh token comes. */
function grantKey(message: Message, homes: ReadonlyMap<string, string>): string {
  if (message.kind !== 'token-request') return 'login';
  const sent = message.grant === 'refresh_token' ? message.params.get('refresh_token') : undefined;
  if (sent) return homes.get(sent) ?? `refresh of ${sent}`;
  return message.grant === null || LOGINS.has(message.grant) ? 'login' : message.grant;
}

const LOGINS: ReadonlySet<string> = new Set([
  'authorization_code',
  'device_code',
  'ciba',
  'password',
]);

/** A refresh token whose issue was not recorded begins the family of what it brings. */
function homeOf({ name, text }: FlowToken, homes: ReadonlyMap<string, string>): string {
  return name === 'refresh_token' ? (homes.get(text) ?? `refresh of ${text}`) : 'elsewhere';
}
