import { describeReport } from './report-behaviour.ts';

describeReport('chromium');
