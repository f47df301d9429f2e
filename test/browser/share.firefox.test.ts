import { describeShare } from './share-behaviour.ts';

describeShare('firefox');
