import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Hub } from '../../src/extension/background/hub.ts';
import { storedMemory } from '../../src/extension/background/hub-state.ts';
import { BroadcastSchema } from '../../src/extension/wire/broadcast.ts';
import { ToBackgroundSchema, ToDevtoolsSchema } from '../../src/extension/wire/devtools-port.ts';
import { PageMessageSchema } from '../../src/extension/wire/page-message.ts';
import { parsed } from '../../src/extension/wire/parsed.ts';
import { WireExchanges } from '../../src/extension/wire/wire-exchange.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import {
  EVENTS,
  PAGE_MESSAGES,
  SESSION_MEMORY,
  TO_BACKGROUND,
  TO_DEVTOOLS,
} from '../extension/wire/messages.ts';
import { reports, snapshotOf } from '../hostile/recordings.ts';
import { damagedMessage } from './damage.ts';
import { expectShown } from './shown.ts';

const TAB = 7;

/** What a devtools page does with a message of the background. */
function receive(raw: unknown, exchanges: WireExchanges): void {
  const message = parsed(ToDevtoolsSchema, raw);
  for (const event of message?.type === 'events' ? message.events : []) exchanges.take(event);
}

it('damaged messages of the background lead to exchanges that can be analysed, or to none', () => {
  const message = { type: 'events', events: EVENTS };
  const property = fc.property(fc.array(damagedMessage(message), { maxLength: 3 }), (all) => {
    const found = new Map<string, Exchange>();
    const exchanges = new WireExchanges((exchange) => found.set(exchange.id, exchange), TAB);
    for (const one of [message, ...all, message]) receive(one, exchanges);
    const snapshot = snapshotOf([...found.values()]);
    expectShown(snapshot);
    reports(snapshot);
  });
  fc.assert(property, { numRuns: 1_500 });
}, 240_000);

it('a damaged memory of the background is forgotten, and events still arrive', async () => {
  vi.useFakeTimers();
  const property = fc.asyncProperty(damagedMessage(SESSION_MEMORY), async (damaged) => {
    const told: unknown[] = [];
    const yes = async () => true;
    const load = async () => storedMemory(damaged);
    const memory = { load, save: yes, hold: yes, release: () => undefined };
    const hub = new Hub(memory, () => undefined);
    await hub.ready;
    hub.watch(TAB, 'https://client.example.com', { post: (message) => told.push(message) });
    const before = told.length;
    hub.event({ type: 'sent', requestId: '1', at: 1, headers: [] }, { tabId: TAB, sender: null });
    expect(told).toHaveLength(before + 1);
  });
  await fc.assert(property, { numRuns: 1_500 });
  vi.useRealTimers();
});

it('other damaged messages are dropped or are whole', () => {
  const channels = [
    [ToDevtoolsSchema, TO_DEVTOOLS],
    [ToBackgroundSchema, TO_BACKGROUND],
    [PageMessageSchema, PAGE_MESSAGES],
    [BroadcastSchema, [{ type: 'permission' }]],
  ] as const;
  const any = fc.oneof(
    ...channels.flatMap(([schema, messages]) =>
      messages.map((message) =>
        damagedMessage(message).map((damaged) => [schema, damaged] as const),
      ),
    ),
  );
  const property = fc.property(any, ([schema, damaged]) => {
    const message = parsed<{ readonly type: string }>(schema, damaged);
    if (message !== null) expect(typeof message.type).toBe('string');
  });
  fc.assert(property, { numRuns: 2_000 });
});
