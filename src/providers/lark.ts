import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://open.larkoffice.com/document/common-capabilities/sso/api/obtain-oauth-code.md',
  when: '2026-11',
} as const;
const FORMER = {
  where: 'https://open.larkoffice.com/document/ukTMukTMukTM/ukzN4UjL5cDO14SO3gTN.md',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Lark',
  // It is called Feishu in China.
  hosts: {
    names: [
      'open.feishu.cn',
      'accounts.feishu.cn',
      'passport.feishu.cn',
      'open.larksuite.com',
      'accounts.larksuite.com',
      'passport.larksuite.com',
    ],
    seen: [DOCS, FORMER],
  },
  requests: [
    {
      path: /^\/open-apis\/authen\/v1\/(?:index|authorize)$/,
      names: { client_id: 'app_id' },
      defaults: { response_type: 'code' },
      without: ['response_type'],
      known: ['redirect_uri'],
      seen: [DOCS, FORMER],
    },
  ],
});
