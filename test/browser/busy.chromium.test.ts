import { describeBusyPage } from './busy-behaviour.ts';

describeBusyPage();
