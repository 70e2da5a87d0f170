/** `npm start`: builds the program where that is needed, and opens it in this same process. */
await import('./build-if-needed.mjs');

// npm sends a signal to the shell that it started this with. The shell ends without passing it on, and the program
// would live on alone: it ends, in good order, when the shell is gone.
const shell = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start') {
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

await import(new URL('../dist/server/main.js', import.meta.url).href);
