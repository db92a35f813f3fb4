import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuotedExplanation } from '../evidence-words';
import { Matches } from '../matches';
import { Answers, Refuses } from '../openapi/answers';

@ApiTags('matches')
@Refuses(401)
@Controller('v1/offers/:offerId/matches/:profileId')
export class ExplanationsController {
  constructor(private readonly matches: Matches) {}

  @Get()
  @ApiOperation({ summary: 'Why the pair has its score, with the words that prove it on both sides' })
  @Answers(200, 'Explanation', 'All contributions sum to the score.')
  @Refuses(404)
  explain(@Param('offerId') offerId: string, @Param('profileId') profileId: string): Promise<QuotedExplanation> {
    return this.matches.explain(offerId, profileId);
  }
}
