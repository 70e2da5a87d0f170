import { fill } from '../../locales/index.ts';
import type { Labels } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Row } from '../models/fields/row.tsx';
import { TextInput } from '../models/fields/text-input.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly label: string;
  readonly pointer: string;
  readonly value: Labels;
  readonly onChange: (value: { zh: string; en: string }) => void;
}

/** What people read, in both languages. */
export function LabelsField({ label, pointer, value, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <Row>
      {(['zh', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          lang={language}
          label={fill(language === 'zh' ? t.inChinese : t.inEnglish, { name: label })}
          pointer={`${pointer}/${language}`}
          value={value[language]}
          onChange={(text) => onChange({ zh: value.zh, en: value.en, [language]: text })}
        />
      ))}
    </Row>
  );
}
