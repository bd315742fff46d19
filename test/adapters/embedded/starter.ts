import { startEmbeddedPostgres } from '../../../src/adapters/embedded';

/* Run as a process of its own: starts or joins a server, tells which, and stays until its input is closed. */
const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
console.log(JSON.stringify({ pid: server.pid, reused: server.reused }));
process.stdin.resume();
