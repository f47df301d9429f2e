import { describeRemarks } from './remarks-behaviour.ts';

describeRemarks('firefox');
