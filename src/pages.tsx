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
import { AppFrame } from './ui/app-frame.tsx'
import { createStaffRouter, type RoutedPage } from './ui/router.tsx'

const PAGES: readonly RoutedPage[] = [
  {
    path: '/desk',
    words: { zh: '投诉', en: 'Complaints' },
    room: 'desk',
    menu: { group: 'work', icon: <InboxOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/desk.tsx'), 'Desk'),
  },
  {
    path: '/complaints/new',
    words: { zh: '登记投诉', en: 'Register' },
    room: 'intake',
    menu: { group: 'work', icon: <FormOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/intake.tsx'), 'IntakePage'),
  },
  {
    path: '/approvals',
    words: { zh: '审批', en: 'Approvals' },
    room: 'approvals',
    menu: { group: 'work', icon: <CheckSquareOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/approvals.tsx'), 'ApprovalsPage'),
  },
  {
    path: '/rules',
    words: { zh: '规则与日历', en: 'Rules' },
    room: 'rule-packs',
    menu: { group: 'settings', icon: <CalendarOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/rules.tsx'), 'RulesPage'),
  },
  {
    path: '/imports',
    words: { zh: '导入', en: 'Import' },
    room: 'import',
    menu: { group: 'settings', icon: <ImportOutlined /> },
    component: lazyRouteComponent(() => import('./modules/complaints/pages/import.tsx'), 'ImportPage'),
  },
  {
    path: '/complaints/$id',
    words: { zh: '投诉案件', en: 'Complaint' },
    room: 'desk',
    menu: null,
    component: lazyRouteComponent(() => import('./modules/complaints/pages/case.tsx'), 'CasePage'),
  },
  {
    path: '/people',
    words: { zh: '机构与人员', en: 'Organisation' },
    room: 'organisation',
    menu: { group: 'settings', icon: <ApartmentOutlined /> },
    component: lazyRouteComponent(() => import('./modules/identity/pages/organisation.tsx'), 'Organisation'),
  },
  {
    path: '/tokens',
    words: { zh: '程序令牌', en: 'Program tokens' },
    room: 'tokens',
    menu: { group: 'settings', icon: <KeyOutlined /> },
    component: lazyRouteComponent(() => import('./modules/identity/pages/tokens.tsx'), 'Tokens'),
  },
  {
    path: '/audit',
    words: { zh: '台账核查', en: 'Ledger' },
    room: 'audit',
    menu: { group: 'settings', icon: <AuditOutlined /> },
    component: lazyRouteComponent(() => import('./modules/audit/pages/audit.tsx'), 'Audit'),
  },
]

const router = createStaffRouter({
  pages: PAGES,
  open: [
    {
      path: '/first-administrator',
      component: lazyRouteComponent(
        () => import('./modules/identity/pages/first-administrator.tsx'),
        'FirstAdministrator',
      ),
    },
  ],
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
