import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { HeldSchema, HubStateSchema } from '../../../src/extension/background/hub-state.ts';
import { BroadcastSchema } from '../../../src/extension/wire/broadcast.ts';
import { ToBackgroundSchema, ToDevtoolsSchema } from '../../../src/extension/wire/devtools-port.ts';
import { PageMessageSchema } from '../../../src/extension/wire/page-message.ts';
import { parsed } from '../../../src/extension/wire/parsed.ts';
import { EVENTS, HUB_STATE, PAGE_MESSAGES, TO_BACKGROUND, TO_DEVTOOLS } from './messages.ts';

/** Each channel with the messages that travel through it. */
const CHANNELS: readonly (readonly [string, GenericSchema, readonly object[]])[] = [
  ['background to devtools page', ToDevtoolsSchema, TO_DEVTOOLS],
  ['devtools page to background', ToBackgroundSchema, TO_BACKGROUND],
  ['page to background', PageMessageSchema, PAGE_MESSAGES],
  ['background to all', BroadcastSchema, [{ type: 'permission' }]],
  ['held event to the next life', HeldSchema, []],
  ['background to its next life', HubStateSchema, [HUB_STATE]],
  ['held event to the next life', HeldSchema, []],
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
  for (const event of EVENTS) {
    const { at: _gone, ...rest } = event;
    expect(parsed(ToDevtoolsSchema, { type: 'events', events: [event, rest] })).toBeNull();
  }
});
