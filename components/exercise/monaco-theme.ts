import type { editor } from 'monaco-editor/editor/editor.api';

/** The page's own colours, as the editor wants them: the design tokens of the moment in hexadecimal. */
export function editorTheme(): editor.IStandaloneThemeData {
  const colour = readTokens();
  const rule = (token: string, name: string, fontStyle?: string) => ({
    token,
    foreground: colour(name).slice(1),
    ...(fontStyle ? { fontStyle } : {}),
  });
  const dark = luminance(colour('--surface')) < 0.5;
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: colour('--ink').slice(1) },
      rule('keyword', '--tok-keyword', 'bold'),
      rule('type', '--tok-keyword'),
      rule('tag', '--tok-keyword'),
      rule('string', '--tok-string'),
      rule('comment', '--tok-comment', 'italic'),
      rule('number', '--tok-constant'),
      rule('variable', '--tok-parameter'),
      rule('delimiter', '--tok-punctuation'),
    ],
    colors: {
      'editor.background': colour('--surface'),
      'editor.foreground': colour('--ink'),
      'editorLineNumber.foreground': colour('--soft'),
      'editorLineNumber.activeForeground': colour('--ink'),
      'editorCursor.foreground': colour('--rust'),
      'editor.selectionBackground': `${colour('--marine')}44`,
      'editor.inactiveSelectionBackground': `${colour('--marine')}22`,
      'editor.findMatchBackground': `${colour('--warn')}77`,
      'editor.findMatchHighlightBackground': `${colour('--warn')}44`,
      'editorBracketMatch.background': `${colour('--marine')}22`,
      'editorBracketMatch.border': colour('--marine'),
      'editorError.foreground': colour('--fail'),
      'editorWarning.foreground': colour('--warn'),
      'editorInfo.foreground': colour('--marine'),
      'editorWidget.background': colour('--paper'),
      'editorWidget.foreground': colour('--ink'),
      'editorWidget.border': colour('--line'),
      'editorHoverWidget.background': colour('--paper'),
      'editorHoverWidget.foreground': colour('--ink'),
      'editorHoverWidget.border': colour('--line'),
      'input.background': colour('--surface'),
      'input.foreground': colour('--ink'),
      'input.border': colour('--line'),
      'list.activeSelectionBackground': colour('--sunken'),
      'list.activeSelectionForeground': colour('--ink'),
      'list.focusBackground': colour('--sunken'),
      'list.focusForeground': colour('--ink'),
      'list.hoverBackground': colour('--sunken'),
      'editorLightBulb.foreground': colour('--warn'),
      focusBorder: colour('--marine'),
      'widget.shadow': '#00000033',
    },
  };
}

/** The page's monospaced fonts; sizes in pixels, grown with the reader's own setting. */
export function editorFont() {
  const root = getComputedStyle(document.documentElement);
  const size = Number.parseFloat(root.fontSize) * 0.875;
  return { fontFamily: root.getPropertyValue('--mono'), fontSize: size, lineHeight: Math.round(size * 1.6) };
}

/** Resolves a colour token, `light-dark()` included, by letting the browser paint with it. */
function readTokens(): (name: string) => string {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  return (name) => {
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    if (!canvas) return '#808080';
    // A canvas gives back #rrggbb whatever notation the browser uses for computed colours.
    canvas.fillStyle = colour;
    return canvas.fillStyle.slice(0, 7);
  };
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
