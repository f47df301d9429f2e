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

export const TO_DEVTOOLS = [
  { type: 'state', on: true },
  { type: 'events', events: EVENTS },
  { type: 'pong' },
  { type: 'lost', count: 3 },
  { type: 'navigation', navigation: { at: 1, url: 'https://client.example.com/#x' } },
];
export const TO_BACKGROUND = [
  { type: 'watch', tabId: 7, origin: 'https://client.example.com' },
  { type: 'watch', tabId: 7, origin: null },
  { type: 'ping' },
  { type: 'ask' },
  { type: 'forget' },
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
