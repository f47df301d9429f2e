import { describeBackground } from './background-behaviour.ts';

describeBackground('firefox');
