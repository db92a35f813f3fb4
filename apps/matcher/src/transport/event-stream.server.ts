import { BaseRpcContext, type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { EventStream, StreamRecord, SubscribeOptions, Subscription } from '@passerelle/stream';
import { lastValueFrom } from 'rxjs';

export type EventStreamOptions = Pick<SubscribeOptions, 'group' | 'maxBatchSize' | 'onError'>;

/**
 * Nest transport over the `EventStream` port. A handler `@EventPattern('topic')` receives batches of records of one partition;
 * when its promise resolves the offset is committed, when it rejects the batch is delivered again.
 */
export class EventStreamServer extends Server implements CustomTransportStrategy {
  private subscription: Subscription | undefined;

  constructor(
    private readonly stream: EventStream,
    private readonly options: EventStreamOptions,
  ) {
    super();
  }

  override listen(callback: (error?: unknown) => void): void {
    const topics = [...this.messageHandlers.keys()];
    this.stream
      .subscribe({ ...this.options, topics }, (records) => this.deliver(records))
      .then(
        (subscription) => {
          this.subscription = subscription;
          callback();
        },
        (error: unknown) => callback(error),
      );
  }

  /** Resolves when the batches in hand are processed and committed. */
  override async close(): Promise<void> {
    await this.subscription?.close();
  }

  override on(): never {
    throw new Error('This transport has no events.');
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as Nest declares it
  override unwrap<T>(): T {
    return this.stream as T;
  }

  private async deliver(records: readonly StreamRecord[]): Promise<void> {
    const [first] = records;
    if (first === undefined) return;
    const handler = this.messageHandlers.get(first.topic);
    if (handler === undefined) throw new Error(`no handler for topic ${first.topic}`);
    const result = handler(records, new BaseRpcContext([first.topic, first.partition]));
    await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
  }
}
