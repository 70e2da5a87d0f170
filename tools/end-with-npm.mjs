/**
 * Loaded before the server by `npm start`. npm sends a signal to the shell that it started the script with. Some shells
 * end without passing it on, and the program would live on alone: it ends, in good order, when the shell is gone.
 */
const shell = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start') {
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
