// The staff application: one line per page of each department, the router around them, who is signed in.

import {
  ApartmentOutlined,
  AuditOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FormOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
} from '@ant-design/icons'
import { lazyRouteComponent, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { TimeMachine } from './demo/pages/time-machine.tsx'
import { AppFrame } from './ui/app-frame.tsx'
import { PAGE_NAMES } from './ui/page-words.ts'
import { createStaffRouter, findOnDesk, type RoutedPage } from './ui/router.tsx'

const PAGES: readonly RoutedPage[] = [
  {
    path: '/desk',
    words: PAGE_NAMES.complaints,
    room: 'desk',
    menu: { group: 'work', icon: <InboxOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/desk.tsx'), 'Desk'),
  },
  {
    path: '/complaints/new',
    words: PAGE_NAMES.register,
    room: 'intake',
    menu: { group: 'work', icon: <FormOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/intake.tsx'), 'IntakePage'),
  },
  {
    path: '/approvals',
    words: PAGE_NAMES.approvals,
    room: 'approvals',
    menu: { group: 'work', icon: <CheckSquareOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/approvals.tsx'), 'ApprovalsPage'),
  },
  {
    path: '/rules',
    words: PAGE_NAMES.rules,
    room: 'rule-packs',
    menu: { group: 'settings', icon: <CalendarOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/rules.tsx'), 'RulesPage'),
  },
  {
    path: '/imports',
    words: PAGE_NAMES.import,
    room: 'import',
    menu: { group: 'settings', icon: <ImportOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/import.tsx'), 'ImportPage'),
  },
  {
    path: '/complaints/$id',
    words: PAGE_NAMES.complaint,
    room: 'desk',
    menu: null,
    component: lazyRouteComponent(() => import('./modules/complaints/pages/case.tsx'), 'CasePage'),
  },
  {
    path: '/people',
    words: PAGE_NAMES.people,
    room: 'organisation',
    menu: { group: 'settings', icon: <ApartmentOutlined /> },
    component: lazyRouteComponent(() => import('./modules/identity/pages/organisation.tsx'), 'Organisation'),
  },
  {
    path: '/tokens',
    words: PAGE_NAMES.tokens,
    room: 'tokens',
    menu: { group: 'settings', icon: <KeyOutlined /> },
    component: lazyRouteComponent(() => import('./modules/identity/pages/tokens.tsx'), 'Tokens'),
  },
  {
    path: '/audit',
    words: PAGE_NAMES.audit,
    room: 'audit',
    menu: { group: 'settings', icon: <AuditOutlined /> },
    component: lazyRouteComponent(() => import('./modules/audit/pages/audit.tsx'), 'Audit'),
  },
]

const router = createStaffRouter({
  pages: PAGES,
  notice: <TimeMachine />,
  open: [
    {
      path: '/first-administrator',
      component: lazyRouteComponent(
        () => import('./modules/identity/pages/first-administrator.tsx'),
        'FirstAdministrator',
      ),
    },
  ],
  find: (text, signal) => findOnDesk(text, { signal, toOf: id => `/complaints/${id}` }),
  changePassword: () =>
    import('./modules/identity/pages/password.tsx').then(module => ({ default: module.PasswordDialog })),
})

const root = document.getElementById('root')
if (root === null) throw new TypeError('index.html has no root')
createRoot(root).render(
  <AppFrame>
    <RouterProvider router={router} />
  </AppFrame>,
)
