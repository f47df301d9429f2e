import { describeRehearse } from './rehearse-behaviour.ts';

describeRehearse('firefox');
