#!/usr/bin/env node
// Stands where @vscode/test-electron expects the executable of VS Code.
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runWithNode } from './runWithNode.mjs';

await runWithNode(fileURLToPath(new URL('codeForTests.ts', import.meta.url)), argv.slice(2));
