import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NormalizeRequest, parseNormalizeRequest } from '@passerelle/contracts';
import type { NormalizedDocument } from '@passerelle/normalization';
import type { Provenance } from '@passerelle/store';
import { Documents } from '../../documents/documents';
import { TextReader } from '../../documents/text-reader';
import { JSON_TYPES, takes } from '../body-type.guard';
import { Answers, Refuses } from '../openapi/answers';
import { Parse } from '../parse.pipe';

@ApiTags('texts')
@Refuses(401)
@Controller('v1/normalize')
export class NormalizeController {
  constructor(
    private readonly reader: TextReader,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(200)
  @UseGuards(takes(JSON_TYPES))
  @ApiOperation({ summary: 'Reads the ROME concepts of a text, without keeping it' })
  @ApiBody({ type: NormalizeRequest })
  @Answers(200, 'NormalizedText', 'What was understood.')
  @Refuses(400, 413, 415, 422)
  async normalize(
    @Body(new Parse(parseNormalizeRequest)) { kind, title = '', text }: NormalizeRequest,
  ): Promise<{ readonly normalized: NormalizedDocument; readonly provenance: Provenance }> {
    return { normalized: await this.reader.read({ kind, title, text }), provenance: this.documents.provenance };
  }
}
