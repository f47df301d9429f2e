import { describeSearch } from './search-behaviour.ts';

describeSearch('firefox');
