import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { NetworkError } from '../../src/http/network-error.ts';
import type { Provider } from '../../src/providers/registry/provider.ts';
import { kindWord } from '../../src/words/kinds.ts';
import { WORDINGS } from '../checks/shared/wordings.ts';
import { snapshotOf } from './analyse.ts';
import { applicationWords } from './application-words.ts';
import { placedOf } from './case-findings.ts';
import type { HttpCase } from './http-cases.ts';
import { readable } from './provider-page.ts';

/** A check with its cases. */
export interface CheckWithCases {
  readonly check: RegisteredCheck;
  readonly cases: readonly HttpCase[];
}

/** What people call the stages of checks, where the folder is no word of theirs. */
const STAGES: Readonly<Record<string, string>> = {
  'api-call': 'Calls of an API',
  ciba: 'Backchannel authentication (CIBA)',
  'error-page': 'Error pages of servers',
  'id-token': 'ID tokens',
  par: 'Pushed authorization requests (PAR)',
  transport: 'Network, CORS and browser policy',
  userinfo: 'UserInfo',
};

const network: readonly NetworkError[] = Object.values(
  import.meta.glob<readonly NetworkError[]>('../../src/http/network-errors/*.ts', {
    eager: true,
    import: 'default',
  }),
).flat();

/** The page that leads from a code or a message to its page, in Markdown. */
export function errorsPage(all: readonly CheckWithCases[], providers: readonly Provider[]): string {
  const byCode = codes(all);
  return `${[
    '# Errors by what you see',
    'Find the code, the message or the symptom that you have, and follow the link.',
    '[An error code](#an-error-code) · [A message of a provider](#a-message-of-a-provider) · [A message of an application](#a-message-of-an-application) · [A message of the browser](#a-message-of-the-browser) · [No code at all](#no-code-at-all)',
    `## An error code\n\nIn \`error=\` of a URL, in \`"error":\` of a response, or in \`WWW-Authenticate\`.\n\n${byCode}`,
    `## A message of a provider\n\n${messages(providers)}`,
    `## A message of an application\n\nOn the page of a failed callback, or in the answer of the application to its own page. The exchange that it is about is between two servers: [record it](back-channel.md) to see it.\n\n${ofApplications(all)}`,
    `## A message of the browser\n\nIn the Console, in the Network panel, or in the words of an HTTP library.\n\n${failures(all)}`,
    `## No code at all\n\n${symptoms(all.filter(({ check }) => !byCode.includes(link(check))))}`,
    '<!-- Written by test/errors-page.test.ts. -->',
  ].join('\n\n')}\n`;
}

function codes(all: readonly CheckWithCases[]): string {
  const rows = new Map<string, Map<string, Set<string>>>();
  for (const { check, cases } of all) {
    for (const { exchanges, verdict } of cases) {
      if (verdict !== 'reports') continue;
      for (const { finding, message } of placedOf(snapshotOf(exchanges), check)) {
        if (!message || finding.at?.name !== 'error') continue;
        const code = codeIn(message.exchange);
        if (code === null) continue;
        const row = rows.get(code) ?? new Map<string, Set<string>>();
        const where = row.get(link(check)) ?? new Set<string>();
        rows.set(code, row.set(link(check), where.add(kindWord(message.kind))));
      }
    }
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ['code', 'answer to', 'page'],
    sorted.flatMap(([code, row]) =>
      [...row].map(([page, kinds], index) => [
        index === 0 ? `\`${code}\`` : '',
        [...kinds].join(', '),
        page,
      ]),
    ),
  );
}

/** The error code in a response. */
function codeIn({ request, response }: Exchange): string | null {
  const headers = response?.headers.map(({ value }) => value) ?? [];
  const body = response?.body && 'text' in response.body ? response.body.text : '';
  const sent = request.body && 'text' in request.body ? request.body.text : '';
  for (const text of [body, ...headers, request.url, sent]) {
    const [, code] = /(?:^|[^\w])"?error"?(?:\s*:\s*"|="?)([a-z]+(?:_[a-z]+)+)\b/.exec(text) ?? [];
    if (code !== undefined) return code;
  }
  return null;
}

function messages(providers: readonly Provider[]): string {
  const rows = providers.flatMap(({ id, name, errors = [] }) =>
    errors
      .filter(({ about }) => about !== 'other')
      .map(({ pattern, means }) => [
        `\`${readable(pattern)}\``,
        means,
        `[${name}](providers/${id}.md)`,
      ]),
  );
  return table(['it says', 'meaning', 'page'], rows);
}

function ofApplications(all: readonly CheckWithCases[]): string {
  const pages = all
    .filter(({ check: { id } }) => /^(?:redirect-landing|code-handover)-failed$/.test(id))
    .map(({ check }) => link(check));
  const rows = applicationWords(WORDINGS).map(({ says, found: { report } }) => [
    says.map((text) => `\`${text.replaceAll('|', '\\|')}\``).join(' '),
    report.title,
    report.fix.replace(/ To see the exchange itself.*$/, ''),
  ]);
  return `${table(['it says', 'likely meaning', 'what to do'], rows)}\n\n${pages.join(' · ')}`;
}

function failures(all: readonly CheckWithCases[]): string {
  const pages = new Map<string, string>();
  for (const { check, cases } of all.filter((one) => one.check.stage === 'transport')) {
    const reasons = cases
      .filter(({ verdict }) => verdict === 'reports')
      .flatMap(({ exchanges }) => exchanges.flatMap(({ failure }) => failure?.reason ?? []));
    for (const reason of reasons) if (!pages.has(reason)) pages.set(reason, link(check));
  }
  const rows = network.map(({ names, title, reason }) => [
    names.map((name) => `\`${name}\``).join(' '),
    title,
    pages.get(reason) ?? '',
  ]);
  return table(['name', 'meaning', 'page'], rows);
}

function symptoms(all: readonly CheckWithCases[]): string {
  const stages = [...new Set(all.map(({ check }) => check.stage))];
  return stages
    .map((stage) => {
      const own = all.filter(({ check }) => check.stage === stage);
      const words = stage.replaceAll('-', ' ');
      const title = STAGES[stage] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
      const lines = own.map(({ check }) => `- ${link(check)}`);
      return `### ${title}\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

const link = ({ id, stage, title }: RegisteredCheck): string =>
  `[${title}](checks/${stage}/${id}.md)`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
