import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'WeChat',
  hosts: { names: ['open.weixin.qq.com', 'api.weixin.qq.com'], seen: [DOCS] },
  requests: [
    {
      path: /^\/connect\/(?:qrconnect|oauth2\/authorize)$/,
      names: { client_id: 'appid' },
      known: ['appid', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
  deviations: [{ kind: 'no-token-type', seen: [DOCS] }],
});
