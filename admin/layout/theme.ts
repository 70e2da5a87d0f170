import { zhCN } from '@mui/material/locale';
import { createTheme, type ThemeOptions } from '@mui/material/styles';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const fonts = '"Inter","Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Calm, dense, and read as a table: figures of one width. */
const ours: ThemeOptions = {
  typography: {
    fontFamily: fonts,
    h1: { fontSize: '1.5rem', fontWeight: 600 },
    h2: { fontSize: '1.15rem', fontWeight: 600 },
    h3: { fontSize: '1rem', fontWeight: 600 },
  },
  shape: { borderRadius: 8 },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums' },
        ':focus-visible': { outline: '2px solid #1565c0', outlineOffset: '2px' },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiButton: { styleOverrides: { root: { textTransform: 'none' } } },
    MuiAlert: { defaultProps: { role: 'note' } },
  },
};

export const lightTheme = themeOf(
  defaultLightTheme,
  ours,
  {
    palette: {
      primary: { main: '#1f4e79' },
      secondary: { main: '#1f4e79' },
      background: { default: '#f6f7f9' },
    },
  },
  zhCN,
);
export const darkTheme = themeOf(
  defaultDarkTheme,
  ours,
  { palette: { primary: { main: '#90caf9' }, secondary: { main: '#90caf9' } } },
  zhCN,
);

/** MUI's own type leaves open what react-admin's asks for. */
function themeOf(...parts: readonly [ThemeOptions, ...object[]]): RaThemeOptions {
  const [first, ...others] = parts;
  return createTheme(first, ...others) as RaThemeOptions;
}
