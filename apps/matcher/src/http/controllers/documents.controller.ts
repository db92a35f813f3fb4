import {
  Body,
  Controller,
  Delete,
  Get,
  HttpStatus,
  Param,
  Put,
  Query,
  Res,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type DocumentKind, ListQuery, OfferEvent, parseListQuery, ProfileEvent } from '@passerelle/contracts';
import type { Response } from 'express';
import { Documents } from '../../documents/documents';
import { FORMATS } from '../batch';
import { JSON_TYPES, takes } from '../body-type.guard';
import { type DocumentView, documentView } from '../document-view';
import { parseBody, parseFormat } from '../format';
import { Matches, type MatchListView } from '../matches';
import { Answers, Refuses } from '../openapi/answers';
import { Parse } from '../parse.pipe';
import { notFound } from '../problem';
import { Submissions, type Submitted } from '../submissions';

interface Pending {
  readonly status: 'pending';
  readonly kind: DocumentKind;
  readonly id: string;
}

const STATUS: Readonly<Record<Submitted['status'], HttpStatus>> = {
  created: HttpStatus.CREATED,
  replaced: HttpStatus.OK,
  pending: HttpStatus.ACCEPTED,
};

const IdParam = (): MethodDecorator =>
  ApiParam({ name: 'id', schema: { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,128}$' } });
const FormatQuery = (kind: DocumentKind): MethodDecorator =>
  kind === 'offer'
    ? ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: [...FORMATS], default: FORMATS[0] } })
    : () => undefined;

/** The same routes for offers and for profiles. */
function documentsController(kind: DocumentKind, event: Type, stored: string): Type {
  @ApiTags(`${kind}s`)
  @Refuses(401)
  @Controller(`v1/${kind}s`)
  class DocumentsController {
    constructor(
      private readonly documents: Documents,
      private readonly submissions: Submissions,
      private readonly matches: Matches,
    ) {}

    @Put(':id')
    @UseGuards(takes(JSON_TYPES))
    @ApiOperation({ summary: `Adds or replaces the ${kind}, and answers with what was understood` })
    @IdParam()
    @FormatQuery(kind)
    @ApiBody({ type: event })
    @Answers(200, stored, 'Replaced, or already there just so.')
    @Answers(201, stored, 'New.')
    @Answers(202, 'Pending', 'Durable in the event log, and not processed yet.')
    @Refuses(400, 409, 413, 415, 422)
    async put(
      @Param('id') id: string,
      @Query('format') format: unknown,
      @Body() body: unknown,
      @Res({ passthrough: true }) response: Response,
    ): Promise<DocumentView | Pending> {
      const submitted = await this.submissions.put(kind, parseBody(kind, parseFormat(kind, format), id, body));
      response.status(STATUS[submitted.status]);
      return submitted.status === 'pending' ? { status: 'pending', kind, id } : documentView(submitted.document);
    }

    @Get(':id')
    @ApiOperation({ summary: `The ${kind} as it was sent, what was understood, and by what` })
    @IdParam()
    @Answers(200, stored, 'The document.')
    @Refuses(404)
    async get(@Param('id') id: string): Promise<DocumentView> {
      const document = await this.documents.get(kind, id);
      if (document === null) throw notFound(kind, id);
      return documentView(document);
    }

    @Delete(':id')
    @ApiOperation({ summary: `Erases the ${kind} everywhere: log, store, index, lists` })
    @IdParam()
    @ApiResponse({ status: 204, description: 'Erased.' })
    @Answers(202, 'Pending', 'Durable in the event log, and not processed yet.')
    @Refuses(404)
    async erase(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<Pending | undefined> {
      const isDone = await this.submissions.erase(kind, id);
      response.status(isDone ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED);
      return isDone ? undefined : { status: 'pending', kind, id };
    }

    @Get(':id/matches')
    @ApiOperation({
      summary: `The best ${kind === 'offer' ? 'profiles for the offer' : 'offers for the profile'}, exact under the filters`,
    })
    @IdParam()
    @Answers(200, 'MatchList', 'Best first.')
    @Refuses(400, 404)
    list(@Param('id') id: string, @Query(new Parse(parseListQuery)) query: ListQuery): MatchListView {
      return this.matches.list(kind, id, query);
    }
  }
  Object.defineProperty(DocumentsController, 'name', {
    value: kind === 'offer' ? 'OffersController' : 'ProfilesController',
  });
  return DocumentsController;
}

export const OffersController = documentsController('offer', OfferEvent, 'StoredOffer');
export const ProfilesController = documentsController('profile', ProfileEvent, 'StoredProfile');
