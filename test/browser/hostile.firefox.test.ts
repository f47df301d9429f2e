import { describeHostile } from './hostile-behaviour.ts';

describeHostile('firefox');
