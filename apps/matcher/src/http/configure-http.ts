import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { MAX_EVENT_BYTES } from '@passerelle/contracts';
import helmet from 'helmet';
import type { House } from '../house';
import { requestLog } from '../operations/request-log';
import { requireApiKey } from './api-keys';
import { JSON_TYPES } from './body-type.guard';
import { malformedJson } from './malformed-json';
import { allowedMethods, openApiDocument } from './openapi/document';
import { ProblemFilter } from './problem.filter';

/** Everything around the routes, in the order in which a request meets it. */
export function configureHttp(app: NestExpressApplication, { settings, logger, metrics }: House): void {
  app.disable('x-powered-by');
  app.use(requestLog(logger, metrics));
  // The service speaks plain HTTP behind whatever ends TLS: browsers must not be sent elsewhere.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } }, hsts: false }));
  app.use(requireApiKey(settings.apiKeys));
  app.useBodyParser('json', { limit: MAX_EVENT_BYTES, type: JSON_TYPES });
  app.use(malformedJson);
  const document = openApiDocument(app);
  app.useGlobalFilters(new ProblemFilter(logger, allowedMethods(document)));
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'docs/json', yamlDocumentUrl: 'docs/yaml' });
}
