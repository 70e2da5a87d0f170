import type { Model } from '../../../schemas/index.ts';
import type { JsonRecord } from '../../schema-form/surroundings.ts';

/** What parts of this model begin with, so that check has nothing against them: by the titles of their schemas. */
export function modelStarts({ grades }: Model): Readonly<Record<string, JsonRecord>> {
  const part = (id: string, zh: string, en: string, share: number) => ({ id, name: { zh, en }, share });
  const worth = (at: number) => grades.length - at;
  return {
    SplitAmount: {
      parts: [part('fixed', '固定部分', 'Fixed', 60), part('variable', '浮动部分', 'Variable', 40)],
    },
    CoefficientAmount: { coefficients: grades.map(({ id }) => ({ grade: id, coefficient: 1 })) },
    Tier: { from: 100, rate: 1 },
    GradePointsFigure: { points: grades.map(({ id }, at) => ({ grade: id, points: worth(at) })) },
    RankingSeats: { share: 10 },
  };
}
