import { Server as HttpServer } from 'node:http';
import { Server as NetServer } from 'node:net';

/** How long a connection that is open may still bring a request that its caller had already sent. */
const GRACE_MS = 200;

/**
 * Stops a server without cutting a request. `close` of Node ends idle connections at once, those included on which a request
 * is on its way; here each connection is told to end with its next answer, and an idle one is ended after a moment.
 */
export class Drain {
  private draining: Promise<void> | undefined;
  private isGraceOver = false;

  constructor(private readonly server: HttpServer) {
    server.on('request', (_request, response) => {
      if (this.started) response.setHeader('connection', 'close');
      response.once('close', () => setImmediate(() => this.endIdle()));
    });
  }

  get started(): boolean {
    return this.draining !== undefined;
  }

  /** Takes no more connections; resolves when every request is answered. */
  drain(): Promise<void> {
    this.draining ??= new Promise((resolve) => {
      if (!this.server.listening) {
        resolve();
        return;
      }
      const timer = setTimeout(() => {
        this.isGraceOver = true;
        this.endIdle();
      }, GRACE_MS);
      // Past the method of the HTTP server, which would end idle connections first.
      NetServer.prototype.close.call(this.server, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this.draining;
  }

  private endIdle(): void {
    if (this.isGraceOver) this.server.closeIdleConnections();
  }
}
