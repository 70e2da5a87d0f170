import type { Target } from '../../schemas/index.ts';
import { compileConditions, type Vocabulary } from '../condition/compile-condition.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { compileLevelFigure } from './compile-levels.ts';
import { compileTargetFigure } from './target-figure.ts';

/** The steps of a metric's target; its own figure has the id given. */
export function compileTarget(
  builder: Builder,
  target: Target,
  id: string,
  pointer: string,
  known: Vocabulary,
): StepRef {
  switch (target.kind) {
    case 'constant':
    case 'measure':
      return compileTargetFigure(builder, target, id, pointer);
    case 'stage': {
      const stage = builder.column('stage');
      const nothing = builder.nothing(`${id}.`, { reason: 'noTarget', pointer: `${pointer}/stages` });
      return target.stages.reduceRight((otherwise, entry, index) => {
        const at = `${pointer}/stages/${index}`;
        const name = builder.model(`${id}.`, `${at}/stage`, entry.stage);
        const value = builder.model(`${id}.`, `${at}/value`, parseDecimal(entry.value)!);
        const matches = builder.step(`${id}.`, 'equal', [stage, name]);
        return builder.step(index === 0 ? id : `${id}.`, 'choose', [matches, value, otherwise]);
      }, nothing);
    }
    case 'condition': {
      const last = target.otherwise
        ? compileTargetFigure(builder, target.otherwise, `${id}.`, `${pointer}/otherwise`)
        : builder.nothing(`${id}.`, { reason: 'noTarget', pointer: `${pointer}/cases` });
      return target.cases.reduceRight((otherwise, entry, index) => {
        const at = `${pointer}/cases/${index}`;
        const holds = compileConditions(builder, entry.conditions, {
          id: `${id}.case${index + 1}`,
          pointer: `${at}/conditions`,
          ...known,
        });
        const figure = compileTargetFigure(builder, entry, `${id}.`, at);
        return builder.step(index === 0 ? id : `${id}.`, 'choose', [holds, figure, otherwise]);
      }, last);
    }
    case 'levels':
      return compileLevelFigure(builder, target.levels[0]!, id, `${pointer}/levels/0`);
  }
}
