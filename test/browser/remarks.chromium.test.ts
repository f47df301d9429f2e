import { describeRemarks } from './remarks-behaviour.ts';

describeRemarks('chromium');
