import { describeTokens } from './tokens-behaviour.ts';

describeTokens('firefox');
