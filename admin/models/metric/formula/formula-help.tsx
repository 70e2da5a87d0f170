import { Box, Button, Typography } from '@mui/material';
import { fill } from '../../../../locales/index.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { functionGroups, functionsOf, type FunctionHelp } from './functions.ts';
import { texts } from './texts.ts';

interface Props {
  readonly onInsert: (name: string, least: number) => void;
}

/** What formulas know: signs, and the functions by group, each with a button that puts it into the formula. */
export function FormulaHelp({ onInsert }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <Box component="details" sx={{ minWidth: 0 }}>
      <Typography component="summary" sx={{ cursor: 'pointer', py: 0.5, width: 'fit-content' }}>
        {t.help}
      </Typography>
      <Typography variant="body2">{t.signs}</Typography>
      {functionGroups.map((group) => (
        <Box key={group} sx={{ mt: 1 }}>
          <Typography variant="h3">{t[`group_${group}`]}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {functionsOf(group, language).map((item) => (
              <OneFunction key={item.name} {...item} onInsert={onInsert} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function OneFunction({ name, call, does, least, onInsert }: FunctionHelp & Props) {
  const t = useTexts(texts);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '220px 1fr auto' },
        columnGap: 1,
        alignItems: 'center',
        py: 0.25,
      }}
    >
      <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
        {call}
      </Box>
      <Typography variant="body2" sx={{ order: { xs: 3, sm: 0 }, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        {does}
      </Typography>
      <Button
        size="small"
        aria-label={fill(t.insertFunctionOf, { name })}
        onClick={() => onInsert(name, least)}
      >
        {t.insertFunction}
      </Button>
    </Box>
  );
}
