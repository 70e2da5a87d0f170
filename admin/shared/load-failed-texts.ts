import { defineTexts } from '../texts/texts.ts';

export const texts = defineTexts({ retry: 'Try again' }, { retry: '重试' });
