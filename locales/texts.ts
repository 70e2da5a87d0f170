import type { en } from './en.ts';

/** The texts of one language: the same keys in each. */
export type Texts = { readonly [S in keyof typeof en]: { readonly [K in keyof (typeof en)[S]]: string } };
