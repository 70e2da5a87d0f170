import { isLongEnough } from './passwords.ts';

/** What somebody typed to change their own password. */
export interface Entered {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** What is wrong with each field, by the name of the text that says so. */
export interface Wrong {
  readonly current?: 'currentMissing' | 'currentWrong';
  readonly next?: 'tooShort' | 'sameAsBefore';
  readonly again?: 'againDiffers';
}

/** What can be seen to be wrong before the server is asked; nothing where it may be sent. */
export function wrongWith({ current, next, again }: Entered): Wrong {
  return {
    ...(current === '' && { current: 'currentMissing' }),
    ...(isLongEnough(next) ? next === current && { next: 'sameAsBefore' } : { next: 'tooShort' }),
    ...(again !== next && { again: 'againDiffers' }),
  };
}
