import { describeInitiator } from './initiator-behaviour.ts';

describeInitiator('firefox');
