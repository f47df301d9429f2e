import { describeConclusion } from './conclusion-behaviour.ts';

describeConclusion('firefox');
