import { describeSilence } from './silence-behaviour.ts';

describeSilence('chromium');
