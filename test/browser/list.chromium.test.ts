import { describeList } from './list-behaviour.ts';

describeList('chromium');
