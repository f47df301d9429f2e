import { describeTheme } from './theme-behaviour.ts';

describeTheme('firefox');
