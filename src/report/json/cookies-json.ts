import { type CookieRow, cookieTable } from '../../flow/facts/cookie-rows.ts';
import type { CookieSetting } from '../../flow/facts/cookie-settings.ts';
import type { Flow } from '../../flow/flow.ts';
import { timeOf } from './time-of.ts';

type Redact = (text: string) => string;

/** The cookies of a flow without their values; null in a report on one message. */
export function cookiesJson(flow: Flow, only: number | null, redact: Redact) {
  if (only !== null) return null;
  const { rows, showsSent } = cookieTable(flow);
  return { showsSent, rows: rows.map((row) => rowJson(row, redact)) };
}

function rowJson({ name, host, state, loss, settings, uses }: CookieRow, redact: Redact) {
  return {
    name: redact(name),
    host: redact(host),
    state,
    loss,
    set: settings.map((setting) => settingJson(setting, redact)),
    uses: uses.map(({ message, is, loss: reason }) => ({ message, is, loss: reason })),
  };
}

function settingJson({ cookie, visit, message, at }: CookieSetting, redact: Redact) {
  const { domain, path, secure, httpOnly, sameSite, partitioned, maxAge, expires } = cookie;
  return {
    message,
    by: redact(visit.host),
    at: timeOf(at),
    domain: domain === null ? null : redact(domain),
    path: path === null ? null : redact(path),
    secure,
    httpOnly,
    sameSite,
    partitioned,
    maxAge,
    expires: expires === null ? null : timeOf(expires),
  };
}
