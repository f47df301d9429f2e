import type { RequestShape } from '../../src/providers/registry/message-shape.ts';
import type { Provider } from '../../src/providers/registry/provider.ts';
import type { Source } from '../../src/providers/registry/source.ts';
import { ownerWord } from '../../src/words/owners.ts';

const DEVIATIONS = {
  'no-openid': 'It does without the scope `openid`.',
  'no-pkce': 'It offers no PKCE to web applications.',
  'no-token-type': 'It answers without `token_type`.',
  'no-resource-indicator': 'Its scopes name the API; it refuses `resource` beside them.',
  'issuer-elsewhere': 'Its metadata is at URLs with other names of a tenant than its issuer has.',
  'comma-scopes': 'It separates scopes by commas.',
} as const;

const SETTINGS = {
  'redirect-uris': 'Redirect URIs',
  'logout-uris': 'Return addresses of a logout',
  origins: 'Origins of pages',
  client: 'The client',
  'client-secret': 'The client secret',
  'client-authentication': 'Client authentication',
  'grant-types': 'Grant types',
  scopes: 'Scopes and permissions',
  'token-lifetimes': 'Lifetimes of tokens',
  'subject-claim': 'The claim `sub`',
  'refresh-token': 'A refresh token',
  'token-issuer': 'Issuer of access tokens',
} as const;

/** The index of all providers, in Markdown. */
export function providerIndex(providers: readonly Provider[]): string {
  const rows = providers.map(({ id, name, errors = [] }) => {
    const known = errors.length === 0 ? '' : `${errors.length}`;
    return `| [${name}](${id}.md) | ${known} |`;
  });
  return `${[
    '# Providers',
    '',
    `What Grantscope knows of ${providers.length} providers, one file each in \`src/providers/<id>.ts\`, with its cases in`,
    '`test/providers/<id>.test.ts`. Written by `test/providers/registry/index.test.ts`.',
    '',
    '| provider | errors with a meaning of their own |',
    '| --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** The page on one provider, in Markdown. */
export function providerPage(provider: Provider): string {
  const lines = [
    ...known(provider),
    ...(provider.requests ?? []).map(request),
    ...responses(provider),
    ...(provider.tokenSteps ?? []).map(({ code: name, next, seen }) =>
      line(`${code(name)} at the token endpoint asks for one more step. ${next}`, seen),
    ),
    ...(provider.deviations ?? []).map(({ kind, seen }) => line(DEVIATIONS[kind], seen)),
    ...issuers(provider),
  ];
  const settings = [...console(provider), ...logs(provider)];
  const parts = [
    `# ${provider.name}`,
    lines.join('\n'),
    settings.length === 0 ? '' : `## Settings and logs\n\n${settings.join('\n')}`,
    errors(provider),
    `<!-- Written by test/providers/registry/index.test.ts. Change src/providers/${provider.id}.ts instead. -->`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function known({ hosts, marks = [] }: Provider): readonly string[] {
  const atHosts = hosts ? [line(`Hosts: ${list(hosts.names)}.`, hosts.seen)] : [];
  const byMarks = marks.map((mark) => {
    const sign = 'name' in mark ? mark.name : mark.pattern.source;
    return line(`Known by ${mark.in} ${code(sign)}.`, mark.seen);
  });
  return [...atHosts, ...byMarks];
}

function request(shape: RequestShape): string {
  const { path, anywhere, names = {}, without = [], seen } = shape;
  const renamed = Object.entries(names).map(([name, other]) => `${code(name)} is ${code(other)}`);
  const left = without.length > 0 ? [`it does without ${list(without)}`] : [];
  const place = `Authorization requests at ${code(path.source)}${anywhere ? ', at any host' : ''}`;
  return line(`${[place, ...renamed, ...left].join('; ')}.`, seen);
}

function responses({ responses: shapes = [], responseModes = [] }: Provider): readonly string[] {
  const own = shapes.map((shape) => {
    if (shape.of === 'token-response')
      return line(
        `Token responses with ${code(`"${shape.beside}": true`)} do without ${list(shape.without)}; the token may be in ${code(shape.accessTokenIn)}.`,
        shape.seen,
      );
    const names = Object.entries(shape.names).map(
      ([name, other]) => `${code(name)} is ${code(other)}`,
    );
    return line(`In its ${shape.of.replaceAll('-', ' ')}, ${names.join(', ')}.`, shape.seen);
  });
  const modes = responseModes.map(({ name, like, seen }) =>
    line(`The response mode ${code(name)} works like ${code(like)}.`, seen),
  );
  return [...own, ...modes];
}

function issuers({ issuers: habits = [] }: Provider): readonly string[] {
  return habits.map((habit) => {
    if (habit.kind === 'spellings')
      return line(`One issuer, spelled ${list(habit.spellings)}.`, habit.seen);
    if (habit.kind === 'shares-keys')
      return line(`Issuers whose tokens have ${code(habit.claim)} share their keys.`, habit.seen);
    if (habit.kind === 'keys-at')
      return line(
        `The keys of issuers like ${code(habit.issuers.source)} are at ${list(habit.urls)}.`,
        habit.seen,
      );
    if (habit.kind === 'seals-tokens')
      return line(
        `Only its own APIs can verify access tokens with ${code(habit.member)} in their header.`,
        habit.seen,
      );
    const { endpoints, suffix, seen } = habit;
    return line(
      `The issuer of endpoints below ${code(endpoints)} ends with ${code(suffix)}.`,
      seen,
    );
  });
}

function console({ console: settings = [] }: Provider): readonly string[] {
  return settings.map(({ setting, name, seen }) => line(`${SETTINGS[setting]}: ${name}.`, seen));
}

function logs({ logs: found }: Provider): readonly string[] {
  if (!found) return [];
  const { headers = [], place, seen } = found;
  const ids = headers.length > 0 ? [`ids in ${list(headers)}`] : [];
  return [line(`Logs: ${[...(place ? [place] : []), ...ids].join('; ')}.`, seen)];
}

function errors({ errors: rows = [] }: Provider): string {
  if (rows.length === 0) return '';
  const table = rows.map(({ in: place, at = [], pattern, means, fix, owner, seen }) => {
    const where = place === 'url' ? 'in the URL: ' : '';
    const when = at.length > 0 ? ` (${list(at)})` : '';
    const who = owner === undefined ? '' : ` (${ownerWord(owner)})`;
    return `| ${where}${code(readable(pattern))}${when} | ${sentence(means)} | ${fix}${who} | ${sources(seen)} |`;
  });
  return [
    '## What it says, and what that means',
    '',
    '| it says | meaning | what to do | source |',
    '| --- | --- | --- | --- |',
    ...table,
  ].join('\n');
}

/** A pattern without what only machines need. */
export function readable({ source }: RegExp): string {
  return source
    .replaceAll(/\(\?<?[!=](?:[^()]|\([^()]*\))*\)|\\b|[$^]/g, '')
    .replaceAll(/\\s[+*]|\(\?:%20\|\\\+\)/g, ' ')
    .replaceAll('(?:', '(')
    .replaceAll(/\[\^[^\]]*\](?:\{[\d,]+\}|[*+])\??|\.(?:\{[\d,]+\}|[*+])\??/g, '…')
    .replaceAll(/\\([./?'()[\]-])/g, '$1')
    .replaceAll('|', '\\|')
    .replaceAll('`', "'");
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

function line(text: string, seen: readonly Source[]): string {
  return `- ${text} (${sources(seen)})`;
}

function sources(seen: readonly Source[]): string {
  return seen
    .map(({ where, when }) =>
      where.startsWith('test/')
        ? `[${where.slice(where.lastIndexOf('/') + 1)}](../../${where}) ${when}`
        : `[${new URL(where).host}](${where}) ${when}`,
    )
    .join(', ');
}

function list(names: readonly string[]): string {
  return names.map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}
