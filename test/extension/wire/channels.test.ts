import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { HeldSchema, HubStateSchema } from '../../../src/extension/background/hub-state.ts';
import { BroadcastSchema } from '../../../src/extension/wire/broadcast.ts';
import { ToBackgroundSchema, ToDevtoolsSchema } from '../../../src/extension/wire/devtools-port.ts';
import { PageMessageSchema } from '../../../src/extension/wire/page-message.ts';
import { parsed } from '../../../src/extension/wire/parsed.ts';

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
const events = [
  request,
  { ...request, body: { unknown: 'not-recorded' } },
  { ...onWire, type: 'sent', headers },
  { ...answered, type: 'headers' },
  { ...answered, ...end, type: 'end' },
  { ...onWire, type: 'body', body: { text: '{}', truncated: true } },
  { ...copied, tabId: 7 },
];

/** Each channel with the messages that travel through it. */
const CHANNELS: readonly (readonly [string, GenericSchema, readonly object[]])[] = [
  [
    'background to devtools page',
    ToDevtoolsSchema,
    [
      { type: 'state', on: true },
      { type: 'events', events },
      { type: 'pong' },
      { type: 'lost', count: 3 },
      { type: 'navigation', navigation: { at: 1, url: 'https://client.example.com/#x' } },
    ],
  ],
  [
    'devtools page to background',
    ToBackgroundSchema,
    [
      { type: 'watch', tabId: 7, origin: 'https://client.example.com' },
      { type: 'watch', tabId: 7, origin: null },
      { type: 'ping' },
      { type: 'ask' },
      { type: 'forget' },
    ],
  ],
  ['page to background', PageMessageSchema, [{ type: 'hello' }, copied]],
  ['background to all', BroadcastSchema, [{ type: 'permission' }]],
  ['held event to the next life', HeldSchema, []],
  [
    'background to its next life',
    HubStateSchema,
    [
      {
        tabs: [[8, 7]],
        origins: [['https://a.test', 7]],
        lost: [[7, 2]],
      },
    ],
  ],
];

describe.each(CHANNELS)('the channel %s', (_, schema, messages) => {
  it('passes its own messages unchanged', () => {
    for (const message of messages) expect(parsed(schema, message)).toEqual(message);
  });

  it('drops a message without a member, or with one of another type', () => {
    for (const message of messages) {
      for (const name of Object.keys(message)) {
        const { [name as keyof typeof message]: _gone, ...rest } = message;
        expect(parsed(schema, rest), name).toBeNull();
        expect(parsed(schema, { ...message, [name]: { odd: 1 } }), name).toBeNull();
      }
    }
  });

  it('drops all other data, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(parsed(schema, raw)).toBeNull();
      }),
    );
  });
});

it('one malformed event drops its message', () => {
  for (const event of events) {
    const { at: _gone, ...rest } = event;
    expect(parsed(ToDevtoolsSchema, { type: 'events', events: [event, rest] })).toBeNull();
  }
});
