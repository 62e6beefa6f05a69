// The consumer's pages: their own light bundle, phone first, without the staff's components.

import './ui/tokens.css'
import './modules/complaints/pages/consumer.css'
import './modules/complaints/pages/consumer-control.css'
import './modules/complaints/pages/consumer-screen.css'
import { createRoot } from 'react-dom/client'
import { ConsumerApp } from './modules/complaints/pages/consumer-app.tsx'
import { PreferencesProvider } from './ui/language.tsx'

const root = document.getElementById('root')
if (root === null) throw new TypeError('consumer.html has no root')
createRoot(root).render(
  <PreferencesProvider>
    <ConsumerApp />
  </PreferencesProvider>,
)
