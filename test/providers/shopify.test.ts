import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('shopify', {
  url: 'https://shop.myshopify.com/admin/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'Oauth error invalid_request: The redirect_uri is not whitelisted',
      unlike: 'Oauth error invalid_request: The shop is missing',
    },
    {
      about: 'redirect-mismatch',
      text: 'Oauth error invalid_request: The redirect_uri and application url must have matching hosts',
      unlike: 'The hosts are matching',
    },
    {
      about: 'client-unknown',
      text: 'Oauth error application_cannot_be_found',
      unlike: 'Oauth error page_cannot_be_found',
    },
    {
      about: 'grant',
      text: 'invalid_request: The authorization code was not found or was already used',
      unlike: 'The discount code was not found',
    },
  ],
  requests: [
    {
      url: 'https://shop.myshopify.com/admin/oauth/authorize?client_id=1&scope=read_products&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { response_type: 'code' },
    },
    {
      url: 'https://admin.shopify.com/store/shop/oauth/install?client_id=1',
      effective: { response_type: 'code' },
    },
  ],
});
