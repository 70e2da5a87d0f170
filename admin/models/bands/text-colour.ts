import { getContrastRatio } from '@mui/material/styles';

const [dark, light] = ['#000000', '#ffffff'] as const;

/**
 * Black or white, whichever is read better on a background: one of them always has a contrast of at least 4.5.
 * @param background a colour in a notation of CSS with figures, such as #42a5f5.
 */
export function readableOn(background: string): '#000000' | '#ffffff' {
  return getContrastRatio(dark, background) >= getContrastRatio(light, background) ? dark : light;
}
