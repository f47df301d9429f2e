import { describeBackground } from './background-behaviour.ts';

describeBackground('chromium');
