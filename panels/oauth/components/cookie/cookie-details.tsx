import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { shortUrl } from '../../../../src/conclusion/steps.ts';
import type { CookieRow } from '../../../../src/flow/facts/cookie-rows.ts';
import type { CookieSetting } from '../../../../src/flow/facts/cookie-settings.ts';
import { sizeOfCookie } from '../../../../src/http/cookie-loss.ts';
import { isRemoval } from '../../../../src/http/cookie-scope.ts';
import { requestCookies } from '../../../../src/http/request-cookies.ts';
import { count } from '../../../../src/words/numbers.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { Value } from '../message/value.tsx';
import { StepLink } from '../token/step-link.tsx';

const MAX_SETTINGS = 20;

/** How long the browser keeps a cookie, in words. */
function lifetime({ cookie, at }: CookieSetting): string {
  const { maxAge, expires } = cookie;
  if (isRemoval(cookie, at)) return 'removed: its lifetime is over';
  if (maxAge !== null) return `Max-Age=${maxAge}, until ${timeOfDay(at + maxAge * 1_000)}`;
  return expires === null ? 'until the browser is closed' : `Expires ${timeOfDay(expires)}`;
}

function attributes({ cookie, visit }: CookieSetting): readonly (readonly [string, string])[] {
  const { sameSite, domain, path, secure, httpOnly, partitioned } = cookie;
  return [
    ['SameSite', sameSite ?? 'not set: Chromium takes it for lax after two minutes'],
    ['Secure', secure ? 'yes' : 'no'],
    ['HttpOnly', httpOnly ? 'yes' : 'no'],
    ['Domain', domain ?? `not set: only ${visit.host}`],
    ['Path', path ?? 'not set: the directory of the URL'],
    ...(partitioned
      ? [['Partitioned', 'yes: one copy for each site in the address bar'] as const]
      : []),
  ];
}

function Setting({
  setting,
  analysed,
}: {
  readonly setting: CookieSetting;
  readonly analysed: AnalysedFlow;
}) {
  const { cookie, message, visit, at } = setting;
  const rows = [
    ...attributes(setting),
    ['Lifetime', lifetime(setting)] as const,
    ['Size', count(sizeOfCookie(cookie), 'byte')] as const,
  ];
  return (
    <li>
      <p>
        Set by{' '}
        {message === null ? (
          <span class="mono">{visible(shortUrl(visit.url).slice(0, 200))}</span>
        ) : (
          <StepLink index={message} analysed={analysed} />
        )}{' '}
        <time class="quiet" title={momentTitle(at)}>
          {timeOfDay(at)}
        </time>{' '}
        <Value name={cookie.name} value={cookie.value} secret />
      </p>
      <dl class="cookie-attributes">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd>{visible(value.slice(0, 300))}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Each time that the cookie was set, with all attributes; what came back when none was recorded. */
export function CookieDetails({
  row,
  analysed,
}: {
  readonly row: CookieRow;
  readonly analysed: AnalysedFlow;
}) {
  const { settings, uses, name } = row;
  if (settings.length === 0) {
    const values = new Set(
      uses.flatMap(({ message }) => {
        const exchange = analysed.flow.messages[message]?.exchange;
        const all = exchange ? requestCookies(exchange) : [];
        return all.filter((one) => one.name === name).map(({ value }) => value);
      }),
    );
    return (
      <>
        <p class="quiet">
          Only its name and value came with the requests. Its attributes are not recorded.
        </p>
        {[...values].slice(0, MAX_SETTINGS).map((value) => (
          <p key={value}>
            <Value name={name} value={value} secret />
          </p>
        ))}
      </>
    );
  }
  const left = settings.length - MAX_SETTINGS;
  return (
    <ul class="cookie-settings">
      {settings.slice(-MAX_SETTINGS).map((setting) => (
        <Setting key={`${setting.visit.id} ${setting.at}`} setting={setting} analysed={analysed} />
      ))}
      {left > 0 && <li class="quiet">and {count(left, 'time')} before</li>}
    </ul>
  );
}
