#!/usr/bin/env node
import { superviseCommand } from './supervise-command.js';

process.exitCode = await superviseCommand(process.argv.slice(2));
