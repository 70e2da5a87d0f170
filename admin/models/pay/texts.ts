import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    pay: 'Pay',
    released: 'paid as far as {share}, the rest held back',
    split: '{base}, split: {parts}',
    coefficient: '{base} × by grade: {list}',
    tiersWhole: '{base} × the rate that {figure} reaches: {tiers}',
    tiersMarginal: '{base} × what lies of {figure} in each tier × its rate: {tiers}',
    poolOfAll: 'part of a pool of {sum} for all: {shares}',
    poolOfTeam: 'part of a pool of {sum} of each team: {shares}',
    contributions: 'all contributions ({formula})',
    equally: 'equally',
    by: 'in proportion to {weight}',
    onlyGrades: 'only {grades}',
  },
  {
    pay: '薪酬',
    released: '按 {share} 发放，其余暂留',
    split: '{base}，拆分：{parts}',
    coefficient: '{base} × 等级系数：{list}',
    tiersWhole: '{base} × {figure} 所达档位的比例：{tiers}',
    tiersMarginal: '{base} × {figure} 在各档内的部分 × 该档比例：{tiers}',
    poolOfAll: '全体奖金池 {sum} 中的份额：{shares}',
    poolOfTeam: '各团队奖金池 {sum} 中的份额：{shares}',
    contributions: '贡献额之和（{formula}）',
    equally: '平均分配',
    by: '按 {weight} 的比例分配',
    onlyGrades: '仅限 {grades}',
  },
);
