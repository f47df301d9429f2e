import { describePanel } from './panel-behaviour.ts';

describePanel('chromium');
