import { describeQuarter } from './quarters.ts';

describeQuarter(2);
