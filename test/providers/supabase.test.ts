import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('supabase', {
  url: 'https://project.supabase.co/auth/v1/authorize',
  requests: [
    {
      url: 'https://project.supabase.co/auth/v1/authorize?provider=github&redirect_to=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { redirect_uri: 'https://app.example.com/cb' },
    },
  ],
});
