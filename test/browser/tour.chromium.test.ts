import { describeTour } from './tour-behaviour.ts';

describeTour('chromium');
