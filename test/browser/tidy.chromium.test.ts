import { describeTidyPage } from './tidy-behaviour.ts';

describeTidyPage();
