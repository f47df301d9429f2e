import { describeTokens } from './tokens-behaviour.ts';

describeTokens('chromium');
