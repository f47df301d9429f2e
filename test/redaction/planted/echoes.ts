import { API, APP, add, type Draft, HTML_TYPE, JSON_TYPE } from './draft.ts';

type Echo = (draft: Draft, written: string) => void;

const percent = encodeURIComponent;
/** As a header field or a URL can hold it. */
const visible = (text: string): string => (/^[!-~ ]+$/.test(text) ? text.trim() : percent(text));
const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Where a value of the recording stands again, under no name that tells what it is. */
export const ECHOES = {
  'a message of JSON': (draft, written) =>
    add(draft, 'echo', {
      url: `${API}/v1/echo`,
      status: 400,
      answer: { 'Content-Type': JSON_TYPE },
      text: JSON.stringify({ code: 'E1042', message: `Cannot use ${written} here` }),
    }),
  'a page': (draft, written) =>
    add(draft, 'echo', {
      url: `${APP}/error`,
      document: true,
      status: 500,
      answer: { 'Content-Type': HTML_TYPE },
      text: `<title>Error</title><p>Something about "${html(written)}" went wrong</p>`,
    }),
  'a script of a page': (draft, written) =>
    add(draft, 'echo', {
      url: `${APP}/boot`,
      document: true,
      answer: { 'Content-Type': HTML_TYPE },
      text: `<script>window.boot={"data":${JSON.stringify(written).replaceAll('<', '\\u003c')}}</script>`,
    }),
  'a redirect': (draft, written) =>
    add(draft, 'echo', {
      url: `${APP}/go`,
      document: true,
      status: 302,
      answer: { Location: `${APP}/to?note=${percent(written)}` },
    }),
  'a referrer': (draft, written) =>
    add(draft, 'echo', {
      url: `${APP}/logo.svg`,
      headers: { Referer: `${APP}/to?note=${percent(written)}` },
    }),
  'a field of a request': (draft, written) =>
    add(draft, 'echo', { url: `${API}/v1/echo`, headers: { 'X-Debug': visible(written) } }),
  'a field of a response': (draft, written) =>
    add(draft, 'echo', { url: `${API}/v1/echo`, answer: { 'X-Trace': visible(written) } }),
  'a path': (draft, written) => add(draft, 'echo', { url: `${API}/v1/by/${percent(written)}/x` }),
  'a body of JSON': (draft, written) =>
    add(draft, 'echo', {
      url: `${API}/v1/log`,
      headers: { 'Content-Type': JSON_TYPE },
      body: JSON.stringify({ events: [{ note: written }] }),
    }),
  'a body of text': (draft, written) =>
    add(draft, 'echo', {
      url: `${API}/v1/log`,
      headers: { 'Content-Type': 'text/plain' },
      body: `level=info msg="${written}"`,
    }),
  'a mail': (draft, written) =>
    add(draft, 'echo', {
      url: `${API}/v1/mail`,
      answer: { 'Content-Type': 'message/rfc822' },
      text: `Subject: Hello\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear ${written}, hello\r\n`,
    }),
  'an initiator': (draft, written) =>
    add(draft, 'echo', { url: `${APP}/x.js`, initiator: `${APP}/to?note=${percent(written)}` }),
  'a navigation': (draft, written) => {
    draft.navigations.push({
      at: Date.UTC(2026, 0, 1, 0, 1),
      url: `${APP}/to?note=${percent(written)}`,
    });
  },
  'a gap': (draft, written) => {
    draft.gaps.push({
      kind: 'lost-body',
      text: `The body of ${APP}/${percent(written)} is lost.`,
      at: null,
    });
  },
  'the name of the file': (draft, written) => {
    draft.sources[0] = { file: `login ${written}.har`, recorder: 'WebInspector', exchanges: 0 };
  },
  'the program': (draft, written) => {
    draft.sources[0] = { file: 'a.har', recorder: `Tool of ${written}`, exchanges: 0 };
  },
} satisfies Readonly<Record<string, Echo>>;

export type EchoName = keyof typeof ECHOES;
export const ECHO_NAMES = Object.keys(ECHOES) as readonly EchoName[];
