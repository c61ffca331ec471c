import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** With them pages may share memory with their workers. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Serves a folder on this machine, its pages isolated from others or not; resolves to the address and a function that ends it. */
export function serve(folder, isIsolated) {
  const server = createServer(({ url }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const wanted = path.join(folder, path.normalize(name));
    const file = name.endsWith('/') ? path.join(wanted, 'index.html') : wanted;
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      ...(isIsolated ? isolation : {}),
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ address: `http://127.0.0.1:${server.address().port}`, close });
    });
  });
}
