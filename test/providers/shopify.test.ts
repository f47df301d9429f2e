import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('shopify', {
  url: 'https://shop.myshopify.com/admin/oauth/authorize',
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
