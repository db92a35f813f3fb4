import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { BatchHandler, EventStream, StreamRecord, SubscribeOptions } from '@passerelle/stream';
import { Road } from '../road/road';
import { DocumentsConsumer } from './documents.consumer';
import { EventStreamServer } from './event-stream.server';

const RECORD: StreamRecord = {
  topic: 'offers',
  partition: 2,
  offset: 7,
  key: 'o',
  value: null,
  headers: {},
  timestamp: 0,
};

/** A stream that hands its subscriber to the test. */
class Subscribed implements Pick<EventStream, 'subscribe'> {
  handler!: BatchHandler;
  options!: SubscribeOptions;
  readonly close = jest.fn(() => Promise.resolve());

  subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<{ close(): Promise<void> }> {
    Object.assign(this, { options, handler });
    return Promise.resolve({ close: this.close });
  }
}

async function start(handle: jest.Mock): Promise<{ stream: Subscribed; close: () => Promise<void> }> {
  @Module({ controllers: [DocumentsConsumer], providers: [{ provide: Road, useValue: { handle } }] })
  class TestModule {}
  const stream = new Subscribed();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
  const app = await NestFactory.createMicroservice(TestModule, {
    strategy: new EventStreamServer(stream as unknown as EventStream, { group: 'g', maxBatchSize: 8 }),
    logger: false,
  });
  await app.listen();
  return { stream, close: () => app.close() };
}

describe('EventStreamServer', () => {
  it('subscribes to the topics that have a handler and gives each its batches', async () => {
    const handle = jest.fn(() => Promise.resolve());
    const { stream, close } = await start(handle);
    expect(stream.options).toMatchObject({ group: 'g', maxBatchSize: 8, topics: ['offers', 'profiles'] });
    await stream.handler([RECORD]);
    await stream.handler([{ ...RECORD, topic: 'profiles' }]);
    expect(handle.mock.calls).toEqual([
      ['offer', [RECORD]],
      ['profile', [{ ...RECORD, topic: 'profiles' }]],
    ]);
    await close();
    expect(stream.close).toHaveBeenCalled();
  });

  it('ends a batch not before its handler', async () => {
    let finish!: () => void;
    const { stream, close } = await start(jest.fn(() => new Promise<void>((resolve) => (finish = resolve))));
    const order: string[] = [];
    const delivered = stream.handler([RECORD]).then(() => order.push('delivered'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('handled');
    finish();
    await delivered;
    expect(order).toEqual(['handled', 'delivered']);
    await close();
  });

  it('rejects with the error of the handler, so that nothing is committed', async () => {
    const error = new RangeError('the store is away');
    const { stream, close } = await start(jest.fn(() => Promise.reject(error)));
    await expect(stream.handler([RECORD])).rejects.toBe(error);
    await close();
  });
});
