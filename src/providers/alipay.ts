import { defineProvider } from './registry/provider.ts';

const LIBRARY = {
  where: 'https://github.com/alex179/alipay/blob/v1.0.2/authorize_type.go',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Alipay',
  hosts: {
    names: ['openauth.alipay.com', 'openauth.alipaydev.com', 'openauth-sandbox.dl.alipaydev.com'],
    seen: [LIBRARY, TRAFFIC],
  },
  requests: [
    {
      path: /^\/oauth2\/(?:publicApp|appTo)\w*\.htm$/i,
      names: { client_id: 'app_id' },
      defaults: { response_type: 'code' },
      without: ['response_type'],
      known: ['app_id', 'redirect_uri'],
      seen: [LIBRARY],
    },
  ],
  responses: [
    {
      of: 'authorization-response',
      names: { code: 'auth_code' },
      beside: 'app_id',
      seen: [
        { where: 'https://blog.csdn.net/qq_42363090/article/details/106639678', when: '2026-11' },
      ],
    },
  ],
});
