import { describeRecorder } from './recorder-behaviour.ts';

describeRecorder('firefox');
