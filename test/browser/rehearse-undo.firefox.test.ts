import { describeRehearseUndo } from './rehearse-undo-behaviour.ts';

describeRehearseUndo('firefox');
