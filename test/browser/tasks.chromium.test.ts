import { describeTasks } from './tasks-behaviour.ts';

describeTasks('chromium');
