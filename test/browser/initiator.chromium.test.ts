import { describeInitiator } from './initiator-behaviour.ts';

describeInitiator('chromium');
