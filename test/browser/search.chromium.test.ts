import { describeSearch } from './search-behaviour.ts';

describeSearch('chromium');
