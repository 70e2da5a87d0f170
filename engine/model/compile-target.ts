import type { Target } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** The steps of a metric's target; its own figure has the id given. */
export function compileTarget(builder: Builder, target: Target, id: string, pointer: string): StepRef {
  switch (target.kind) {
    case 'constant':
      return builder.model(id, `${pointer}/value`, parseDecimal(target.value)!);
    case 'measure':
      return builder.column(target.measure);
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
  }
}
