import { call, form, page, posted, redirect } from '../../traffic/sketch.ts';
import type { Templates } from '../template.ts';

/** Vouchers, prices, parcels and payments: `code`, `state`, `token` and `response` of other trades. */
export const commerce: Templates = {
  'a coupon in the URL': (at, random, { app }) => [
    page(at, `${app}/cart?code=${random.token(10).toUpperCase()}&coupon=1`),
  ],
  'a voucher checked by script': (at, random, { app, api }) => [
    call(at, app, `${api}/vouchers/validate?code=SPRING${random.digits(4)}`, {
      answerBody: { valid: random.chance(0.5), discount: 10 },
    }),
  ],
  'a country and a state in an address form': (at, random, { app }) => [
    posted(at, `${app}/checkout/address`, {
      name: 'A. Customer',
      country: random.pick(['US', 'DE', 'JP']),
      state: random.pick(['CA', 'NY', 'BY']),
      code: random.digits(5),
    }),
  ],
  'a referral link': (at, random, { app }) => [
    page(at, `${app}/?ref=${random.token(8)}&code=${random.token(12)}&utm_source=mail`),
  ],
  'a gift card redeemed': (at, random, { app, api }) => [
    call(at, app, `${api}/giftcards/redeem`, {
      body: JSON.stringify({ code: random.token(16), gift: true }),
      headers: { 'content-type': 'application/json' },
      status: random.pick([200, 400, 404]),
      answerBody: { error: 'expired_code', error_description: 'This card has expired.' },
    }),
  ],
  'PayPal’s return': (at, random, { app }) => [
    redirect(
      at,
      `https://www.paypal.com/checkoutnow?token=EC-${random.token(17)}`,
      `${app}/pay/return?token=EC-${random.token(17)}&PayerID=${random.token(13)}`,
    ),
  ],
  'Stripe’s checkout return': (at, random, { app }) => [
    page(at, `${app}/done?session_id=cs_test_${random.token(40)}&state=success`),
  ],
  'a card turned into a payment token': (at, random, { app }) => [
    call(at, app, 'https://api.stripe.com/v1/tokens', {
      body: form({ 'card[number]': '4242424242424242', key: `pk_test_${random.token(24)}` }),
      answerBody: { id: `tok_${random.token(24)}`, object: 'token', type: 'card' },
    }),
  ],
  '3-D Secure': (at, random, { app }) => [
    posted(at, 'https://acs.bank.example/3ds/challenge', { creq: random.token(120) }),
    posted(at + 5, `${app}/3ds/return`, { cres: random.token(120), state: random.token(20) }),
  ],
  '3-D Secure, the first version': (at, random, { app }) => [
    posted(at, `${app}/3ds/term`, { PaRes: random.token(200), MD: random.token(24) }),
  ],
  'a parcel’s status': (at, random, { app, api }) => [
    call(at, app, `${api}/shipments/${random.digits(10)}?state=open&code=DE`, {
      answerBody: { state: 'delivered', code: random.digits(6) },
    }),
  ],
};
