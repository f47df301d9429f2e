import { describeBackground } from './background-behaviour.ts';
import { describePageScripts } from './page-scripts-behaviour.ts';

describeBackground('chromium');
describePageScripts();
