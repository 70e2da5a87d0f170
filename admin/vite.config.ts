import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['MERITSCALE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '../dist/admin'),
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 2000,
    // As a data: address a small image would need a rule of its own in the content security policy.
    assetsInlineLimit: 0,
    // It is an inline script, which the policy forbids.
    modulePreload: { polyfill: false },
  },
  server: {
    // The folder of the client's own sources is called api, too. The server takes changes from its own pages only:
    // these stand for them while they are worked on.
    proxy: {
      '^/api/(?!.*\\.tsx?(\\?|$))': {
        target: api,
        headers: { origin: api.replace('127.0.0.1', 'localhost') },
      },
    },
  },
});
