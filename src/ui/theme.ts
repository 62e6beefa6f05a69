// The look as an antd theme: colours of palette.ts, dense sizes, large type.

import type { ThemeConfig } from 'antd'
import { theme } from 'antd'
import { FONT, PALETTE, type Scheme } from './palette.ts'

export interface Look {
  readonly scheme: Scheme
  readonly largeType: boolean
}

/** The antd theme of a look. Preset greys are replaced: antd's own faint texts do not reach 4.5 : 1. */
export function antdTheme(look: Look): ThemeConfig {
  const colours = PALETTE[look.scheme]
  return {
    algorithm: look.scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: look.largeType ? 18 : 14,
      controlHeight: look.largeType ? 40 : 32,
      controlHeightSM: look.largeType ? 34 : 28,
      borderRadius: 6,
      borderRadiusLG: 8,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.accent,
      colorLinkHover: colours['accent-strong'],
      colorError: colours.late,
      colorWarning: colours.soon,
      colorSuccess: colours['in-time'],
      ...groundTokens(look.scheme),
    },
    components: componentTokens(look.scheme),
  }
}

function groundTokens(scheme: Scheme): ThemeConfig['token'] {
  const colours = PALETTE[scheme]
  return {
    colorBgBase: colours.surface,
    colorTextBase: colours.text,
    colorBgLayout: colours.page,
    colorBgContainer: colours.surface,
    colorBgElevated: colours.surface,
    colorBgContainerDisabled: colours.sunken,
    colorText: colours.text,
    colorTextSecondary: colours.secondary,
    colorTextTertiary: colours.faint,
    colorTextQuaternary: colours.faint,
    colorTextDescription: colours.faint,
    colorTextPlaceholder: colours.faint,
    colorTextDisabled: colours.faint,
    colorIcon: colours.secondary,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.hairline,
    colorSplit: colours.hairline,
    colorTextLightSolid: colours['on-accent'],
    controlItemBgActive: colours['accent-soft'],
    controlItemBgHover: colours.hover,
    controlOutline: 'transparent',
    colorBgMask: 'rgba(16, 24, 36, 0.36)',
    boxShadow: shadowOf(scheme),
    boxShadowSecondary: shadowOf(scheme),
  }
}

function componentTokens(scheme: Scheme): NonNullable<ThemeConfig['components']> {
  const colours = PALETTE[scheme]
  return {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Form: { itemMarginBottom: 16, labelColor: colours.secondary, verticalLabelPadding: '0 0 4px' },
    Tooltip: { colorBgSpotlight: scheme === 'light' ? '#26303c' : '#333d48', colorTextLightSolid: '#ffffff' },
    Select: { optionSelectedBg: colours['accent-soft'], optionSelectedFontWeight: 400 },
    Drawer: { paddingLG: 20 },
    Tree: { nodeSelectedBg: colours['accent-soft'], nodeHoverBg: colours.hover },
    Tabs: { horizontalMargin: '0 0 12px 0', titleFontSize: 14 },
  }
}

function shadowOf(scheme: Scheme): string {
  return scheme === 'light' ? '0 6px 24px rgba(22, 34, 51, 0.14)' : '0 6px 24px rgba(0, 0, 0, 0.6)'
}
