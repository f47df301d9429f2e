import { describeShare } from './share-behaviour.ts';

describeShare('chromium');
