import { describeCompare } from './compare-behaviour.ts';

describeCompare('chromium');
