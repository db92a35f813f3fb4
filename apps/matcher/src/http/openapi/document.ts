import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { OfferEvent, ProblemDetails, ProfileEvent } from '@passerelle/contracts';
import { DOCUMENT_SCHEMAS } from './document-schemas';
import { MATCH_SCHEMAS } from './match-schemas';
import { OPERATION_SCHEMAS } from './operation-schemas';
import { ROME_SCHEMAS } from './rome-schemas';

type Components = NonNullable<OpenAPIObject['components']>;

/** The OpenAPI document of the application as it stands. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Passerelle')
    .setDescription('Offers and profiles matched on ROME 4.0 at macro-compétence granularity, every match explained.')
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [OfferEvent, ProfileEvent, ProblemDetails],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = {
    ...document.components?.schemas,
    ...DOCUMENT_SCHEMAS,
    ...MATCH_SCHEMAS,
    ...ROME_SCHEMAS,
    ...OPERATION_SCHEMAS,
  } as Components['schemas'];
  return { ...document, components: { ...document.components, schemas } };
}

/** Methods of a path according to the document; empty for a path that it has not. */
export function allowedMethods(document: OpenAPIObject): (path: string) => readonly string[] {
  const routes = Object.entries(document.paths).map(([template, item]) => ({
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'),
    methods: Object.keys(item as object).map((method) => method.toUpperCase()),
  }));
  return (path) => routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
}
