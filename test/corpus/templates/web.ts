import type { Exchange } from '../../../src/http/exchange.ts';
import { call, page } from '../../traffic/sketch.ts';
import type { Random } from '../random.ts';
import type { Templates } from '../template.ts';

const asset = (at: number, url: string, type: string): Exchange =>
  page(at, url, {
    destination: 'other',
    mode: 'no-cors',
    answerBody: '',
    answer: { 'content-type': type },
  });

/** The URL of a callback page, as trackers copy it. */
const callback = (random: Random, app: string): string =>
  encodeURIComponent(`${app}/callback?code=${random.token(43)}&state=${random.token(32)}`);

/** Documents, assets and trackers: the bulk of every recording. */
export const web: Templates = {
  'a page': (at, random, { app }) => [page(at, `${app}/${random.token(6)}`)],
  'a script': (at, random, { app }) => [
    asset(at, `${app}/assets/oauth2-${random.hex(8)}.js`, 'text/javascript'),
  ],
  'an image': (at, random, { app }) => [
    asset(at, `${app}/img/${random.hex(8)}.png?state=${random.token(4)}`, 'image/png'),
  ],
  'a font': (at, random, { app }) => [asset(at, `${app}/f/${random.hex(6)}.woff2`, 'font/woff2')],
  'a page view of analytics': (at, random, { app }) => [
    asset(
      at,
      `https://www.google-analytics.com/g/collect?v=2&tid=G-${random.token(10)}&cid=${random.digits(9)}&dl=${callback(random, app)}`,
      'image/gif',
    ),
  ],
  'a page view of a collector of one’s own': (at, random, { app }) => [
    asset(
      at,
      `https://stats.example.com/matomo.php?idsite=1&url=${callback(random, app)}&state=x&client_id=${random.digits(9)}`,
      'image/gif',
    ),
  ],
  'an advertiser’s pixel': (at, random, { app }) => [
    asset(
      at,
      `https://www.facebook.com/tr/?id=${random.digits(15)}&ev=PageView&dl=${callback(random, app)}`,
      'image/gif',
    ),
  ],
  'an event beacon': (at, random, { app }) => [
    call(at, app, 'https://events.example.com/v1/batch', {
      body: JSON.stringify({
        url: decodeURIComponent(callback(random, app)),
        client_id: random.digits(9),
        state: 'visible',
      }),
      headers: { 'content-type': 'text/plain' },
      answerBody: {},
    }),
  ],
  'an error report': (at, random, { app }) => [
    call(at, app, `https://o1.ingest.sentry.io/api/1/envelope/?sentry_key=${random.hex(32)}`, {
      body: `{"request":{"url":"${app}/callback?code=${random.token(30)}&state=${random.token(20)}"}}`,
      headers: { 'content-type': 'text/plain' },
      answerBody: { id: random.hex(32) },
    }),
  ],
  'a page in a frame': (at, random, { app }) => [
    page(at, `${app}/embed/${random.token(6)}?client_id=ca-pub-${random.digits(16)}`, {
      destination: 'iframe',
    }),
  ],
  'an advertisement in a frame': (at, random) => [
    page(
      at,
      `https://ads.example/adi?client=ca-pub-${random.digits(16)}&correlator=${random.digits(9)}&state=1&scope=page`,
      { destination: 'iframe' },
    ),
  ],
  'a request that failed': (at, random, { app, api }) => [
    call(at, app, `${api}/poll/${random.token(5)}`, {
      status: null,
      failure: { reason: 'aborted', text: 'net::ERR_ABORTED' },
    }),
  ],
  'a page of documentation on OAuth': (at, random) => [
    page(at, `https://docs.example.com/oauth2/authorize?section=${random.below(9)}`, {
      answerBody:
        '<!doctype html><title>Authorize</title><pre>GET /authorize?response_type=code&client_id=s6BhdRkqt3</pre><p>error: invalid_grant',
    }),
  ],
};
