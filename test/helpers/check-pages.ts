import type { Effect } from '../../src/checks/finding.ts';
import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import { providers } from '../../src/providers/registry/index.ts';
import { exampleOf, providersIn } from './case-example.ts';
import type { HttpCase } from './http-cases.ts';

const CERTAINTY: Readonly<Record<RegisteredCheck['basis'], string>> = {
  computed: 'computed from the messages',
  reported: 'the server says so',
  observed: 'seen in the messages',
  heuristic: 'likely, by circumstances',
};

const EFFECT: Readonly<Record<Effect, string>> = {
  'request-fails': 'the request does not get what it asks for; a later success makes up for it',
  'client-rejects': 'the client must throw the response or the tokens away',
  'withheld-from-page': 'the browser keeps the response from the page',
  'starts-over': 'what the attempt brought is not kept, and the client starts over',
  'ended-by-page': 'the attempt ends with an error page',
};

/** The documentation page of one check, in Markdown. */
export function checkPage(check: RegisteredCheck, cases: readonly HttpCase[]): string {
  const explains = check.explains ?? [];
  return [
    `# ${check.title}`,
    `\`${check.id}\` · ${check.severity} · ${CERTAINTY[check.basis]} · to fix by: ${check.owner}`,
    check.why,
    ...(check.effect ? [`**Effect.** When it is an error, ${EFFECT[check.effect]}.`] : []),
    `**Fix.** ${check.fix}`,
    ...(check.specs.length > 0
      ? [`**Read.** ${check.specs.map(({ label, url }) => `[${label}](${url})`).join(', ')}`]
      : []),
    providerLine(cases),
    ...(explains.length > 0
      ? [`**Explains.** ${explains.map((id) => `\`${id}\``).join(', ')}: they only follow from it.`]
      : []),
    ...(check.aliases
      ? [`**Also known as.** ${check.aliases.map((id) => `\`${id}\``).join(', ')}.`]
      : []),
    exampleOf(check, cases),
    caseList('Reports', check, cases, 'reports'),
    caseList('Stays silent', check, cases, 'passes'),
    caseList('Cannot tell', check, cases, 'cannot tell'),
    `<!-- Written by test/checks.test.ts. Change src/checks/${check.stage}/${check.id}.ts instead. -->`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function providerLine(cases: readonly HttpCase[]): string {
  const ids = providersIn(cases);
  if (ids.length === 0) return '';
  return `**Known from.** ${ids.map((id) => `[${nameOf(id)}](../../providers/${id}.md)`).join(', ')}`;
}

const nameOf = (id: string): string => providers.find((one) => one.id === id)?.name ?? id;

function caseList(
  heading: string,
  check: RegisteredCheck,
  cases: readonly HttpCase[],
  verdict: HttpCase['verdict'],
): string {
  const chosen = cases.filter((one) => one.verdict === verdict);
  if (chosen.length === 0) return '';
  return [`## ${heading}`, '', ...chosen.map((one) => `- ${caseLine(one, check)}`)].join('\n');
}

/** The title, and the severity if it differs from that at the top of the page. */
function caseLine({ title, reports }: HttpCase, { severity }: RegisteredCheck): string {
  const reported = reports[0]?.split(' ')[0] ?? severity;
  return reported === severity ? title : `${title} (${reported})`;
}

/** The index of all checks, by stage. */
export function indexPage(checks: readonly RegisteredCheck[]): string {
  const stages = [...new Set(checks.map(({ stage }) => stage))];
  const tables = stages.map((stage) => {
    const rows = checks
      .filter((check) => check.stage === stage)
      .map(({ id, title, severity }) => `| [${id}](${stage}/${id}.md) | ${severity} | ${title} |`);
    return [`## ${stage}`, '', '| check | severity | title |', '| --- | --- | --- |', ...rows].join(
      '\n',
    );
  });
  const head = [
    '# Checks',
    '',
    `${checks.length} checks, one file each in \`src/checks/<stage>/<id>.ts\`, with its cases in`,
    '`test/checks/<stage>/<id>.http`. Written by `test/checks.test.ts`.',
  ].join('\n');
  return `${[head, ...tables].join('\n\n')}\n`;
}
