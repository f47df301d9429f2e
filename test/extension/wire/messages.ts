const headers = [{ name: 'Content-Type', value: 'application/json' }];
const onWire = { requestId: '12', at: 1 };
const answered = { ...onWire, status: 200, statusText: 'OK', headers };
const request = {
  ...onWire,
  type: 'request',
  tabId: -1,
  kind: 'xmlhttprequest',
  method: 'POST',
  url: 'https://as.example.com/token',
  initiator: null,
  body: { text: 'grant_type=refresh_token' },
};
const end = { redirect: null, error: null, fromCache: false, delivered: true };
const copy = { type: 'copy', at: 1, method: 'POST', status: 200, request: null, text: '{}' };
const copied = { ...copy, url: 'https://as.example.com/token' };
/** An event of each kind. */
export const EVENTS = [
  request,
  { ...request, body: { unknown: 'not-recorded' } },
  { ...onWire, type: 'sent', headers },
  { ...answered, type: 'headers' },
  { ...answered, ...end, type: 'end' },
  { ...onWire, type: 'body', body: { text: '{}', truncated: true } },
  { ...copied, tabId: 7 },
];

const sites = ['https://client.example.com', 'http://localhost:4000'];
const given = { permissions: ['webRequest'], origins: ['http://localhost/*'] };
const order = { id: '1 1', tabId: 7, title: 'A fault', until: 9 };
const requests = { url: 'https://as.example.com/authorize', types: ['main_frame'] };

export const TO_DEVTOOLS = [
  { type: 'state', on: true },
  { type: 'events', events: EVENTS },
  { type: 'pong' },
  { type: 'lost', count: 3 },
  { type: 'navigation', navigation: { at: 1, url: 'https://client.example.com/#x' } },
  { type: 'armed', id: '1 1' },
  {
    type: 'met',
    id: '1 1',
    hit: {
      at: 1,
      method: 'GET',
      url: 'https://as.example.com/authorize?nonce=rehearsed',
      name: 'nonce',
      before: null,
      after: 'rehearsed',
    },
  },
  { type: 'disarmed', id: '1 1', why: 'access' },
  { type: 'access', access: { all: given, own: given } },
];
export const TO_BACKGROUND = [
  { type: 'watch', tabId: 7, origin: 'https://client.example.com' },
  { type: 'watch', tabId: 7, origin: null },
  { type: 'ping' },
  { type: 'ask' },
  { type: 'forget' },
  { type: 'arm', order: { ...order, rules: null } },
  {
    type: 'arm',
    order: {
      ...order,
      rules: {
        sites,
        requests: { ...requests, preflights: false },
        deeds: [
          { kind: 'set-query', name: 'nonce', value: 'rehearsed', adds: false },
          { kind: 'set-authorization', value: 'Bearer rehearsed' },
          { kind: 'drop-request-header', name: 'cookie' },
          { kind: 'drop-response-header', name: 'access-control-allow-origin' },
          { kind: 'block' },
          { kind: 'offline' },
        ],
      },
    },
  },
  { type: 'disarm' },
  { type: 'access' },
  { type: 'ask-sites', sites },
  { type: 'sites-given', given },
  { type: 'give-back' },
];
export const PAGE_MESSAGES = [{ type: 'hello' }, copied];
export const HUB_STATE = {
  tabs: [[8, 7]],
  origins: [['https://a.test', 7]],
  lost: [[7, 2]],
};
/** The memory of a browser session, as the background stores it. */
export const SESSION_MEMORY = {
  hub: HUB_STATE,
  'held:3': [7, { type: 'state', on: true }],
  'held:4': [7, { type: 'events', events: EVENTS }],
};
