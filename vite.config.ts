// Builds the two browser bundles into dist/: the staff application and the consumer's light pages.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Inline scripts are forbidden by the content security policy, so the polyfill that Vite would inline stays out.
export default defineConfig({
  root: 'src',
  publicDir: 'ui/public',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { index: 'src/index.html', consumer: 'src/consumer.html' } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7800' } },
})
