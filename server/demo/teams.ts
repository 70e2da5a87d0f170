import type { Day } from './calendar.ts';
import { csvOf } from './csv.ts';

export type Stage = 'expansion' | 'mature';
export type Team = '上海' | '深圳' | '成都';

/** Where each office's stages began, in order. Shenzhen grew from market expansion to mature operation. */
const stages: readonly { readonly team: Team; readonly stage: Stage; readonly from: Day }[] = [
  { team: '上海', stage: 'mature', from: '2020-01-01' },
  { team: '深圳', stage: 'expansion', from: '2020-01-01' },
  { team: '深圳', stage: 'mature', from: '2025-07-01' },
  { team: '成都', stage: 'expansion', from: '2022-01-01' },
];

/** The team's stage on a day. */
export function stageOf(team: Team, day: Day): Stage {
  return stages.findLast((item) => item.team === team && item.from <= day)?.stage ?? 'expansion';
}

/** CSV of the dataset team_stages. */
export function teamStagesCsv(): string {
  return csvOf(
    ['team', 'stage', 'from', 'to'],
    stages.map((item) => ({ ...item, to: '' })),
  );
}
