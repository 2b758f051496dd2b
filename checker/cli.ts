#!/usr/bin/env node
import { main } from './cli/main.ts';

// Who reads along has seen enough, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await main(process.argv.slice(2));
