// Puts the kept scheme, type size and language on the page before its first paint, so that nothing flashes.
;(() => {
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('xiaobao.preferences') || '{}')
  } catch {
    kept = {}
  }
  const dark = kept.scheme === 'dark' || (kept.scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.dataset.scheme = dark ? 'dark' : 'light'
  root.dataset.type = kept.largeType === true ? 'large' : 'normal'
  root.lang = kept.language === 'en' ? 'en' : 'zh-CN'
})()
