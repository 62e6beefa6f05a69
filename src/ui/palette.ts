// The colours of the product, once: tokens.css and the antd theme both say what stands here, and a test compares them.

export type Scheme = 'light' | 'dark'

/** What a clock can say; the warm colours belong to it alone. */
export type Tone = 'in-time' | 'soon' | 'today' | 'late' | 'paused' | 'met'

export const TONES: readonly Tone[] = ['in-time', 'soon', 'today', 'late', 'paused', 'met']

export type Colours = Readonly<Record<ColourName, string>>

/** `edge` bounds controls (3 : 1), `hairline` only divides; `sunken` is the ground of heads and quiet areas. */
export type ColourName =
  | 'page'
  | 'surface'
  | 'sunken'
  | 'hover'
  | 'hairline'
  | 'edge'
  | 'text'
  | 'secondary'
  | 'faint'
  | 'accent'
  | 'accent-strong'
  | 'accent-soft'
  | 'on-accent'
  | Tone

export const PALETTE: Readonly<Record<Scheme, Colours>> = {
  light: {
    page: '#f6f7f9',
    surface: '#ffffff',
    sunken: '#f1f3f6',
    hover: '#f3f6fa',
    hairline: '#e3e7ec',
    edge: '#808995',
    text: '#1b2430',
    secondary: '#4a5666',
    faint: '#66707d',
    accent: '#1f5fa8',
    'accent-strong': '#184d89',
    'accent-soft': '#e8f0f9',
    'on-accent': '#ffffff',
    'in-time': '#3d6b53',
    soon: '#8a6100',
    today: '#b24a00',
    late: '#b3261e',
    paused: '#5b5f97',
    met: '#5a6572',
  },
  dark: {
    page: '#101418',
    surface: '#171c22',
    sunken: '#1b2128',
    hover: '#1d242c',
    hairline: '#2a323b',
    edge: '#6b7683',
    text: '#e6eaef',
    secondary: '#aeb8c4',
    faint: '#8e99a6',
    accent: '#6aa6e6',
    'accent-strong': '#8bbbee',
    'accent-soft': '#1b2a3b',
    'on-accent': '#0c1620',
    'in-time': '#7fb898',
    soon: '#d9ac4a',
    today: '#ee9152',
    late: '#f28b82',
    paused: '#a6aae0',
    met: '#98a3b0',
  },
}

export const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, sans-serif'

/** The contrast of two `#rrggbb` colours as WCAG 2.2 measures it, 1 to 21. */
export function contrastOf(pair: { ink: string; ground: string }): number {
  const [high, low] = [luminanceOf(pair.ink), luminanceOf(pair.ground)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
