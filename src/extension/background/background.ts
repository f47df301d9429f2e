import browser, { type Runtime } from 'webextension-polyfill';
import { createTriage } from '../../oauth/triage.ts';
import { thisBrowser } from '../browsers/this-browser.ts';
import { type Broadcast, OwnMessageSchema } from '../wire/broadcast.ts';
import {
  PORT,
  type ToBackground,
  ToBackgroundSchema,
  type ToDevtools,
} from '../wire/devtools-port.ts';
import { type HelloAnswer, PageMessageSchema } from '../wire/page-message.ts';
import { parsed } from '../wire/parsed.ts';
import { exchangeSoFar } from '../wire/wire-exchange.ts';
import { CopyGate } from './copy-gate.ts';
import { Hub } from './hub.ts';
import { BrowserListeners } from './listeners.ts';
import { addPageScripts, removePageScripts } from './page-scripts.ts';
import { isAllowed, recordingPermission } from './permission.ts';
import { type Holder, RehearsalLeases } from './rehearsal-leases.ts';
import { canReadAnswers } from './response-filter.ts';
import { sessionMemory } from './session-memory.ts';
import { giveBack, mayActIn, rememberGiven, siteAccess } from './site-access.ts';

const DEVTOOLS_PAGE = browser.runtime.getURL('/src/extension/devtools/devtools.html');
const ASK_PAGE = browser.runtime.getURL('/src/extension/background/ask.html');
const ASK_SITES_PAGE = browser.runtime.getURL('/src/extension/background/ask-sites.html');

const triage = createTriage();
const gate = new CopyGate();
const ports = new Set<Runtime.Port>();

const hub = new Hub(sessionMemory(), rest);
const listeners = new BrowserListeners(hub, thisBrowser(), {
  wantsAnswer: (request) => triage.relevance(exchangeSoFar(request, [])) === 'oauth',
  matters: (exchange) => triage.relevance(exchange) !== 'none',
});

const leases = new RehearsalLeases({
  browser: () => browser,
  behaviour: thisBrowser(),
  allows: mayActIn,
});
void leases.sweep();

// As all listeners here, synchronously: only those get the event that woke the background.
listeners.add();

/** Nobody records, so the browser need not wake the background for every request. */
function rest(): void {
  listeners.remove();
  void removePageScripts();
}

async function work(): Promise<void> {
  listeners.add();
  if (!canReadAnswers()) await addPageScripts();
}

function post(port: Runtime.Port, message: ToDevtools): void {
  try {
    port.postMessage(message);
  } catch {
    // The port has just been closed.
  }
}

async function tellState(to: Iterable<Runtime.Port> = ports): Promise<void> {
  const on = await isAllowed();
  for (const port of to) post(port, { type: 'state', on });
}

browser.runtime.onConnect.addListener((port) => {
  const { sender } = port;
  // Content scripts have the id of the extension too, but not this URL.
  const own = sender?.id === browser.runtime.id && sender.url === DEVTOOLS_PAGE;
  if (port.name !== PORT || !own) return port.disconnect();
  ports.add(port);
  const listener = { post: (message: ToDevtools) => post(port, message) };
  let watched: number | null = null;
  port.onMessage.addListener((raw) => {
    const message = parsed(ToBackgroundSchema, raw);
    if (message) post(port, { type: 'pong' });
    if (message?.type === 'watch') {
      watched = message.tabId;
      hub.watch(message.tabId, message.origin, listener);
      void isAllowed().then((allowed) => (allowed ? work() : undefined));
    } else if (message?.type === 'ask') void browser.tabs.create({ url: ASK_PAGE });
    else if (message?.type === 'forget') void browser.permissions.remove(recordingPermission());
    else if (message) onRehearsal(message, listener, port);
  });
  port.onDisconnect.addListener(() => {
    ports.delete(port);
    leases.release(listener);
    if (watched !== null) hub.unwatch(watched, listener);
  });
  void tellState([port]);
});

function onRehearsal(message: ToBackground, holder: Holder, port: Runtime.Port): void {
  if (message.type === 'arm') leases.arm(message.order, holder);
  else if (message.type === 'disarm') leases.release(holder);
  else if (message.type === 'access') void tellAccess([port]);
  else if (message.type === 'sites-given')
    void rememberGiven(message.given).then(() => tellAccess());
  else if (message.type === 'give-back')
    void leases
      .endAll()
      .then(giveBack)
      .then(() => tellAccess());
  else if (message.type === 'ask-sites')
    void browser.tabs.create({ url: `${ASK_SITES_PAGE}#${JSON.stringify(message.sites)}` });
}

async function tellAccess(to: Iterable<Runtime.Port> = ports): Promise<void> {
  const access = await siteAccess();
  for (const port of to) post(port, { type: 'access', access });
}

browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
  const { tab, id } = sender;
  const own = sender.url === DEVTOOLS_PAGE ? parsed(OwnMessageSchema, raw) : null;
  if (id === browser.runtime.id && own) leases.release(own.tabId);
  if (id !== browser.runtime.id || tab?.id === undefined) return undefined;
  const message = parsed(PageMessageSchema, raw);
  if (!message) return undefined;
  const source = { tabId: tab.id, sender: null };
  if (message.type === 'hello') {
    const opener = { tabId: tab.openerTabId ?? -1, sender: null };
    return hub.ready.then((): HelloAnswer => hub.isWatched(source) || hub.isWatched(opener));
  }
  if (gate.lets(tab.id, Date.now())) hub.event({ ...message, tabId: tab.id }, source);
  return undefined;
});

browser.permissions.onAdded.addListener(() => {
  // In Chromium a listener that is older than the permission hears nothing.
  listeners.remove();
  void changed();
});
browser.permissions.onRemoved.addListener(() => {
  void leases.accessLost();
  void changed();
});

async function changed(): Promise<void> {
  const allowed = await isAllowed();
  if (allowed && ports.size > 0) await work();
  else rest();
  await Promise.all([tellState(), tellAccess()]);
  // Devtools pages that were told that recording is off have no port any more.
  const broadcast: Broadcast = { type: 'permission' };
  await browser.runtime.sendMessage(broadcast).catch(() => undefined);
}
