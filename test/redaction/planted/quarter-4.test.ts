import { describeQuarter } from './quarters.ts';

describeQuarter(4);
