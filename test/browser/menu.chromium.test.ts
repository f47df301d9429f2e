import { describeMenus } from './menu-behaviour.ts';

describeMenus('chromium');
