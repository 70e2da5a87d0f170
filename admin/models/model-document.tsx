import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Model } from '../../schemas/index.ts';
import { GradeFields } from './bands/grade-fields.tsx';
import { BetweenSection } from './between/between-section.tsx';
import { BandsStrip } from './bands-strip.tsx';
import { GroupFields } from './groups/group-fields.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { PartLists } from './parts/part-lists.tsx';
import { PayLines } from './pay/pay-lines.tsx';
import { RuleLists } from './rules/rule-lists.tsx';
import { RulesSection } from './rules/rules-section.tsx';

interface Props {
  readonly document: Model;
  /** Where it can be changed. */
  readonly onChange?: (document: Model) => void;
  /** Opens all that a metric says, by its place in the model. */
  readonly onEditMetric?: (at: number) => void;
  /** What stands below the metrics, such as a button to add one. */
  readonly children?: ReactNode;
}

/** A model as people read it: metrics and weights, bands, rules in sentences. */
export function ModelDocument({ document, onChange, onEditMetric, children }: Props) {
  const editing = onChange === undefined ? {} : { onChange };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <MetricsTable document={document} {...editing} {...(onEditMetric && { onEdit: onEditMetric })} />
        {children}
      </Box>
      {onChange !== undefined && <GroupFields document={document} onChange={onChange} />}
      <Box>
        <BandsStrip document={document} {...editing} />
        {onChange !== undefined && <GradeFields document={document} onChange={onChange} />}
      </Box>
      <Box>
        <BetweenSection document={document} />
        <RulesSection document={document} {...editing} />
        {onChange !== undefined && <RuleLists document={document} onChange={onChange} />}
      </Box>
      <Box>
        <PayLines document={document} />
        {onChange !== undefined && <PartLists document={document} onChange={onChange} />}
      </Box>
    </Box>
  );
}
