import { describeScenarios } from './scenario-behaviour.ts';

describeScenarios('chromium');
