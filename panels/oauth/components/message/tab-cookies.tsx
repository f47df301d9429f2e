import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { shortAttributes } from '../../../../src/conclusion/ledgers/short-attributes.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { cookieTable } from '../../../../src/flow/facts/cookie-rows.ts';
import { type CookieSetting, cookieSettings } from '../../../../src/flow/facts/cookie-settings.ts';
import { refusalOf } from '../../../../src/flow/facts/cookie-uses.ts';
import { guarded } from '../../../../src/http/own-failure.ts';
import { requestCookies } from '../../../../src/http/request-cookies.ts';
import { responseCookies } from '../../../../src/http/set-cookie.ts';
import { cookieLossWord, type LossOfCookie } from '../../../../src/words/cookie-losses.ts';
import { visible } from '../../view/visible.ts';
import { Pointing } from '../flow/pointing.tsx';
import { type Pair, PairsTable } from './pairs-table.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

interface MissingCookie {
  readonly key: string;
  readonly name: string;
  readonly loss: LossOfCookie;
}

/** The cookies that a page should have come with, and why it did not. */
function missingAt({ step, analysed }: Props): readonly MissingCookie[] {
  const { messages } = analysed.flow;
  return cookieTable(analysed.flow).rows.flatMap(({ key, name, uses }) => {
    const use = uses.find(
      ({ message, is }) =>
        is === 'missing' && messages[message]?.exchange === step.message.exchange,
    );
    return use ? [{ key, name, loss: use.loss ?? 'unknown' }] : [];
  });
}

/** Whether a message has cookies, or lacks one, so that there is a tab of them. */
export function hasCookies(place: Props): boolean {
  const { exchange } = place.step.message;
  if (requestCookies(exchange).length > 0 || responseCookies(exchange).length > 0) return true;
  // If that cannot be found out, the tab says why.
  return guarded(
    'find the missing cookies',
    () => {},
    () => missingAt(place).length > 0,
    () => true,
  );
}

function Missing(place: Props) {
  return (
    <>
      {missingAt(place).map(({ key, name, loss }) => (
        <p key={key} class="note warning" data-testid="cookie-missing">
          ⚠ <span class="mono">{visible(name.slice(0, 200))}</span> is missing:{' '}
          {cookieLossWord(loss)}
          <Pointing {...place} part="cookie" name={name} />
        </p>
      ))}
    </>
  );
}

function settingPair(setting: CookieSetting): Pair {
  const { cookie } = setting;
  const refusal = refusalOf(setting);
  const note = (
    <>
      <span class="mono">{visible(shortAttributes(setting))}</span>
      {refusal && <span class="pointing warning">⚠ not stored: {cookieLossWord(refusal)}</span>}
    </>
  );
  return { name: cookie.name, value: cookie.value, secret: true, note };
}

/** The cookies of a message: sent, missing and why, and set by the response. */
export function CookiesTab({ step, analysed }: Props) {
  const { exchange } = step.message;
  const sent = requestCookies(exchange).map((one): Pair => ({ ...one, secret: true }));
  const set = [...cookieSettings(analysed.flow).values()]
    .flat()
    .filter((one) => one.exchange === exchange);
  return (
    <>
      <h3>Request cookies</h3>
      {sent.length > 0 ? (
        <PairsTable pairs={sent} label="Request cookies" secrets={[]} />
      ) : (
        <p class="note quiet">None recorded.</p>
      )}
      <Missing step={step} analysed={analysed} />
      <h3>Response cookies</h3>
      {set.length > 0 ? (
        <PairsTable pairs={set.map(settingPair)} label="Response cookies" secrets={[]} />
      ) : (
        <p class="note quiet">None recorded.</p>
      )}
    </>
  );
}
