import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('aspnetcore', {
  url: 'https://app.example.com/signin-oidc',
  errors: [
    {
      about: 'callback',
      text: 'Exception: Correlation failed.\nUnknown location',
      unlike: 'Correlation ID: 5f9c1b2e-0d1a-4f6e-8a4e-1c2d3e4f5a6b',
    },
    { about: 'callback', text: 'Exception: Unable to unprotect the message.State.' },
    {
      about: 'callback',
      text: "OpenIdConnectProtocolInvalidNonceException: IDX21323: RequireNonce is '[PII is hidden]'. OpenIdConnectProtocolValidationContext.Nonce was null.",
    },
    {
      about: 'callback',
      text: "InvalidOperationException: IDX20803: Unable to obtain configuration from: 'https://server.example.com/.well-known/openid-configuration'.",
      unlike: 'IDX10501: Signature validation failed.',
    },
  ],
});
