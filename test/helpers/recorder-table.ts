import type { Kind } from '../../src/oauth/define-kind.ts';
import type { MessageKind } from '../../src/oauth/message.ts';
import { MESSAGE_KINDS } from '../../src/oauth/message-kinds.ts';
import type { Recorder } from './recorders.ts';

/** Why a recorder cannot have a message, by the mark in its cell. */
const REASONS = {
  servers: 'One server asks another; no browser takes part.',
  browser: 'It happens in the browser; the proxy stands between servers.',
  request:
    'The browser shows the request that the preflight was for, and the preflight stands with it.',
  tab: 'As in the OAuth tab, whose recording it is joined with; the tests ask for no more of it.',
  page: 'The page of the playground sends it; its server does not.',
  unplayed: 'Recorded like any other call of a page; no scenario plays it.',
  dialog: 'The browser’s own dialog sends it once a person has answered; no scenario plays that.',
} as const;

type Reason = keyof typeof REASONS;
type Blind = Partial<Record<Recorder['id'], Reason>>;

const IN_BROWSERS = [
  ...['chromium-tab', 'firefox-tab'],
  ...['chromium-recorder', 'firefox-recorder'],
  ...['chromium-export', 'firefox-export'],
];
const asTheTab: Blind = { 'chromium-recorder': 'tab', 'firefox-recorder': 'tab' };
const betweenServers: Blind = Object.fromEntries(IN_BROWSERS.map((id) => [id, 'servers']));
const inBrowser: Blind = { ...asTheTab, proxy: 'browser' };
const everywhere = (reason: Reason): Blind =>
  Object.fromEntries([...IN_BROWSERS, 'proxy'].map((id) => [id, reason]));
const byBrowserItself = everywhere('dialog');
const byPage: Blind = { ...asTheTab, proxy: 'page' };

/** Recorders that cannot have a message, by its sender. */
const BY_SENDER: Readonly<Record<Kind['sentBy'], Blind>> = {
  script: byPage,
  navigation: inBrowser,
  browser: byBrowserItself,
  server: betweenServers,
};

/** The kinds that are recorded elsewhere than others of their sender. */
const EXCEPTIONS: Readonly<Partial<Record<MessageKind, Blind>>> = {
  'authorization-request': { proxy: 'browser' },
  'authorization-response': { proxy: 'browser' },
  'token-request': {},
  'userinfo-request': asTheTab,
  'metadata-request': asTheTab,
  'pushed-authorization-request': asTheTab,
  'client-metadata-request': betweenServers,
  'health-check': everywhere('unplayed'),
  'login-button-request': everywhere('unplayed'),
  preflight: { ...inBrowser, 'chromium-tab': 'request', 'chromium-export': 'request' },
};

function blindFor({ kind, sentBy }: Kind): Blind {
  return EXCEPTIONS[kind] ?? BY_SENDER[sentBy];
}

/** How often each recorder has each kind of message. */
export type Counts = ReadonlyMap<string, ReadonlyMap<Recorder['id'], number>>;

/** Cells that have neither a number nor a reason, or both. */
export function unexplained(recorders: readonly Recorder[], counts: Counts): readonly string[] {
  return MESSAGE_KINDS.flatMap((kind) =>
    recorders
      .filter(({ id }) => {
        const isSeen = (counts.get(kind.kind)?.get(id) ?? 0) > 0;
        return isSeen === (blindFor(kind)[id] !== undefined);
      })
      .map(({ title }) => `${kind.kind}: ${title}`),
  );
}

/** The page of message kinds and recorders, in Markdown. */
export function recorderPage(recorders: readonly Recorder[], counts: Counts): string {
  const rows = MESSAGE_KINDS.map((kind) => {
    const cells = recorders.map(({ id }) => {
      const reason = blindFor(kind)[id];
      return reason ? `*${reason}*` : String(counts.get(kind.kind)?.get(id) ?? 0);
    });
    return `| \`${kind.kind}\` | ${cells.join(' | ')} |`;
  });
  return `${[
    '# What each recorder sees',
    'Kinds of message and ways to record them. A number counts the captures in `test/captures/` that hold the kind, or, for the OAuth tab, the scenarios in which the tests found it in the panel of a real browser; a word says why there is none.',
    [
      `| message | ${recorders.map(({ title }) => title).join(' | ')} |`,
      `| --- |${' --- |'.repeat(recorders.length)}`,
      ...rows,
    ].join('\n'),
    Object.entries(REASONS)
      .map(([mark, sentence]) => `- *${mark}*: ${sentence}`)
      .join('\n'),
    'The captures come from real software: `npm run captures` plays every scenario of the playground (oidc-provider, oauth4webapi, oidc-client-ts, auth0-spa-js, keycloak-js) in Chromium and Firefox, `npm run captures:keycloak` a real Keycloak, `npm run captures:backchannel` servers with mitmproxy between them.',
    '<!-- Written by test/recorders.test.ts. -->',
  ].join('\n\n')}\n`;
}
