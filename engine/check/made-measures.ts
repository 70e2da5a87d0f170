import type { Aggregate, Cadence, Issue, Measure, Model } from '../../schemas/index.ts';
import { madeKindOf } from '../measure/made-kinds.ts';
import { isLonger } from '../period/running.ts';
import { errorAt, repeated } from './issues.ts';

/** How far a kind stands from the records: a measure is made from such as stand nearer, so none from itself. */
const distances: Partial<Readonly<Record<Aggregate['kind'], number>>> = {
  given: Infinity,
  streak: 1,
  members: 2,
  related: 2,
};
const distanceOf = ({ aggregate }: Measure) => distances[aggregate.kind] ?? 0;

/** Measures that are made from other measures or from results. */
export function checkMade(model: Model, measure: Measure, pointer: string): Issue[] {
  return [...checkParts(model, measure, pointer), ...checkKind(model, measure, pointer)];
}

function checkParts({ measures }: Model, measure: Measure, pointer: string): Issue[] {
  const { aggregate } = measure;
  return (madeKindOf(aggregate)?.parts(aggregate) ?? []).flatMap(({ measure: id, path }) => {
    const at = `${pointer}/${path}`;
    const part = measures.find((other) => other.id === id);
    if (part === undefined) return [errorAt('target.unknownMeasure', at, { measure: id })];
    if (distanceOf(part) >= distanceOf(measure))
      return [errorAt('measure.notMadeFrom', at, { measure: id, kind: aggregate.kind })];
    return isAboutRight(measure, part) ? [] : [errorAt('measure.aboutWrong', at, { measure: id })];
  });
}

function isAboutRight(measure: Measure, part: Measure): boolean {
  switch (measure.aggregate.kind) {
    case 'members':
      return part.about === 'person';
    case 'related':
      return part.about !== undefined;
    default:
      return part.about === measure.about;
  }
}

function checkKind(model: Model, { aggregate, about }: Measure, pointer: string): Issue[] {
  const subject = about ?? model.subject;
  const tooLong = (every: Cadence | undefined, path: string) =>
    every !== undefined && isLonger(every, model.cadence)
      ? [errorAt('measure.everyLonger', `${pointer}/${path}`, { every, cadence: model.cadence })]
      : [];
  switch (aggregate.kind) {
    case 'streak':
      return tooLong(aggregate.every, 'every');
    case 'members':
      return subject === 'team' ? [] : [errorAt('measure.notOfTeam', pointer)];
    case 'result': {
      const { figure, over } = aggregate;
      const points = figure.kind === 'grade' ? figure.points : [];
      return [
        ...repeated(
          points,
          ({ grade }) => grade,
          'id.repeated',
          (index) => `${pointer}/figure/points/${index}/grade`,
        ),
        ...(over.kind === 'thisRun' && (model.subject !== 'team' || subject !== 'person')
          ? [errorAt('measure.notThisRun', `${pointer}/over`)]
          : []),
        ...(over.kind === 'before' ? tooLong(over.every, 'over/every') : []),
        ...(over.kind === 'within' && !isLonger(model.cadence, over.every)
          ? [
              errorAt('measure.everyLonger', `${pointer}/over/every`, {
                every: over.every,
                cadence: model.cadence,
              }),
            ]
          : []),
      ];
    }
    default:
      return [];
  }
}
