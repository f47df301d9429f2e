import { type ExchangeSketch, START } from '../helpers/exchanges.ts';
import { APP, AS, spa } from './clients.ts';
import { call, jwt, login } from './sketch.ts';

const NOW = START / 1_000;
/** Origin of the API of the shop. */
export const API = 'https://api.shop.example';

/** A token for the API that is valid for an hour. */
export const TOKEN = jwt({
  iss: AS,
  aud: API,
  sub: '1',
  scope: 'orders:read',
  iat: NOW + 5,
  exp: NOW + 3_605,
});

/** A login whose answer has this access token. */
export const client = (token: string, more: object = {}) =>
  login({ ...spa, tokens: { access_token: token, scope: 'openid profile email', ...more } });

/** A call to the API with a token. */
export const ask = (at: number, path: string, token: string, more: Partial<ExchangeSketch> = {}) =>
  call(at, APP, `${API}${path}`, { headers: { authorization: `Bearer ${token}` }, ...more });

/** The answer of an API that refuses a token. */
export const refusal = (description: string, status = 401): Partial<ExchangeSketch> => ({
  status,
  answer: {
    'www-authenticate': `Bearer error="invalid_token", error_description="${description}"`,
  },
});
