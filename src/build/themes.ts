import type { ThemeRegistrationRaw } from 'shiki';
import dark from '../editor/theme-dark.json' with { type: 'json' };
import light from '../editor/theme-light.json' with { type: 'json' };

/** The colors of static code, the same as the editor's. */
export const codeThemes = {
  light: light as unknown as ThemeRegistrationRaw,
  dark: dark as unknown as ThemeRegistrationRaw,
};
