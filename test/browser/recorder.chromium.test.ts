import { describeRecorder } from './recorder-behaviour.ts';

describeRecorder('chromium');
