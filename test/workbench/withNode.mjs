#!/usr/bin/env node
// node test/workbench/withNode.mjs <script.ts> [arguments]: the way in for people who have an older Node.
import { argv } from 'node:process';
import { runWithNode } from './runWithNode.mjs';

const [script, ...args] = argv.slice(2);
if (script) await runWithNode(script, args);
else console.error('Say which script to run: node test/workbench/withNode.mjs <script.ts> [arguments]');
