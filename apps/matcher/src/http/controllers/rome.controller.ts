import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Referentiel } from '@passerelle/rome';
import { REFERENTIEL } from '../../tokens';
import { Answers, Refuses } from '../openapi/answers';
import {
  type ConceptSummary,
  type ConceptView,
  conceptSummary,
  conceptView,
  type FicheView,
  ficheView,
} from '../rome-views';
import { parseSearch } from '../search-query';

@ApiTags('rome')
@Refuses(401)
@Controller('v1/rome')
export class RomeController {
  constructor(@Inject(REFERENTIEL) private readonly referentiel: Referentiel) {}

  @Get('concepts')
  @ApiOperation({ summary: 'Concepts with a word that starts with the prefix' })
  @ApiQuery({ name: 'prefix', schema: { type: 'string', minLength: 1, maxLength: 100 } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @Answers(200, 'ConceptList', 'Those whose label starts with it first.')
  @Refuses(400)
  search(@Query() query: Record<string, unknown>): { readonly concepts: readonly ConceptSummary[] } {
    const { prefix, limit } = parseSearch(query);
    const found = this.referentiel.search(prefix, { limit });
    return { concepts: found.map((concept) => conceptSummary(this.referentiel, concept)) };
  }

  @Get('concepts/:code')
  @ApiOperation({ summary: 'A concept, by OGR code' })
  @Answers(200, 'Concept', 'The concept and its place in the référentiel.')
  @Refuses(404)
  concept(@Param('code') code: string): ConceptView {
    return conceptView(this.referentiel, code);
  }

  @Get('fiches/:code')
  @ApiOperation({ summary: 'A fiche métier, by ROME code' })
  @Answers(200, 'Fiche', 'The fiche.')
  @Refuses(404)
  fiche(@Param('code') code: string): FicheView {
    return ficheView(this.referentiel, code);
  }
}
