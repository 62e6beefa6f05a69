// From the registry of pages to a router: sign-in, the shell around signed-in pages, what a lost session does.
//
// createStaffRouter({ pages, changePassword })      once, in pages.tsx

import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  type RouteComponent,
  useLocation,
  useRouter,
} from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { address, get, isProblem, onSignedOut } from './api.ts'
import { usePreferences } from './language.tsx'
import { keepServerTime } from './now.ts'
import { PageFrame, type StaffPage } from './page.tsx'
import type { Found } from './palette.tsx'
import { readSearch, writeSearch } from './search-text.ts'
import { mayEnter, type Session, SessionProvider, useSession } from './session.tsx'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'
import { Failed, Loading, Missing, NoRight } from './state.tsx'

export interface RoutedPage extends StaffPage {
  readonly component: RouteComponent
}

/** The dialog to change one's own password; `forced` when nothing else is allowed before. */
export type PasswordDialog = ComponentType<{ forced: boolean; onClose: () => void }>

export interface StaffRouterParts {
  readonly pages: readonly RoutedPage[]
  readonly changePassword: () => Promise<{ default: PasswordDialog }>
  /** Pages without a session: the one-time link of the first administrator. */
  readonly open?: readonly { readonly path: string; readonly component: RouteComponent }[]
  /** A line above every page, from a department (the time machine). */
  readonly notice?: ReactNode
  /** Finds records for the palette. */
  readonly find?: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
}

export function createStaffRouter(parts: StaffRouterParts) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage })
  const Password = lazy(parts.changePassword)
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    component: () => <Gate parts={parts} Password={Password} />,
  })
  const home = createRoute({ getParentRoute: () => inside, path: '/', component: () => <Home pages={parts.pages} /> })
  const pages = parts.pages
    .filter(page => page.path !== '/')
    .map(page =>
      createRoute({
        getParentRoute: () => inside,
        path: page.path,
        component: () => <Allowed page={page} />,
        pendingComponent: Waiting,
      }),
    )
  const open = (parts.open ?? []).map(page => createRoute({ getParentRoute: () => root, ...page }))
  return createRouter({
    routeTree: root.addChildren([signIn, ...open, inside.addChildren([home, ...pages])]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: false,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} again={reset} />,
    scrollRestoration: true,
  })
}

function Gate(props: { parts: StaffRouterParts; Password: PasswordDialog }) {
  const router = useRouter()
  const location = useLocation()
  const queries = useQueryClient()
  const { adopt } = usePreferences()
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => get<Session>('/api/session'),
    staleTime: 60_000,
  })
  const signedOut = isProblem(session.error) && session.error.status === 401

  useEffect(() => {
    if (session.data === undefined) return
    keepServerTime(session.data.now)
    adopt(session.data.preferences)
  }, [session.data, adopt])
  const leave = useCallback(() => {
    // Told several times (every failed request tells): the address to come back to is the first one.
    if (router.history.location.pathname === '/sign-in') return
    const to = router.history.location.href
    queries.clear()
    router.history.replace(address('/sign-in', { to: to === '/' ? null : to }))
  }, [queries, router])
  useEffect(() => onSignedOut(leave), [leave])
  useEffect(() => {
    if (signedOut) leave()
  }, [signedOut, leave])

  if (signedOut) return <Waiting />
  if (session.data === undefined)
    return session.isPending ? <Waiting /> : <Failed error={session.error} again={session.refetch} height={480} />
  return (
    <SessionProvider session={session.data}>
      <Inside {...props} path={location.pathname} onSignedOut={() => window.location.assign('/sign-in')} />
    </SessionProvider>
  )
}

function Inside(props: { parts: StaffRouterParts; Password: PasswordDialog; path: string; onSignedOut: () => void }) {
  const { parts, Password } = props
  const session = useSession()
  const router = useRouter()
  const queries = useQueryClient()
  const [changing, setChanging] = useState(session.mustChangePassword)
  const pages = parts.pages.filter(page => page.menu !== null && mayEnter(session, page.room))
  const done = () => {
    setChanging(false)
    if (session.mustChangePassword) queries.invalidateQueries({ queryKey: ['session'] })
  }
  return (
    <Shell
      pages={pages}
      path={props.path}
      go={to => router.history.push(to)}
      find={parts.find ?? findNothing}
      notice={parts.notice}
      onChangePassword={() => setChanging(true)}
      onSignedOut={props.onSignedOut}
    >
      <Suspense fallback={<Waiting />}>
        <Outlet />
        {changing && <Password forced={session.mustChangePassword} onClose={done} />}
      </Suspense>
    </Shell>
  )
}

// Hiding is a courtesy; the server refuses by itself.
function Allowed({ page }: { page: RoutedPage }) {
  const session = useSession()
  const Page = page.component
  return mayEnter(session, page.room) ? <Page /> : <NoRight />
}

function Home(props: { pages: readonly RoutedPage[] }) {
  const session = useSession()
  const first = props.pages.find(page => page.menu !== null && mayEnter(session, page.room))
  return first ? <Navigate to={first.path as never} replace /> : <NoRight />
}

function SignInPage() {
  const location = useLocation()
  const queries = useQueryClient()
  const router = useRouter()
  const wanted = (location.search as { to?: unknown }).to
  // Only an address of this application: `//elsewhere` would leave it.
  const to = typeof wanted === 'string' && /^\/(?!\/)/.test(wanted) ? wanted : '/'
  const enter = (session: Session) => {
    // Whatever the person before had loaded is not for this one.
    queries.clear()
    queries.setQueryData(['session'], session)
    router.history.push(to)
  }
  return <SignIn onSignedIn={enter} returning={to !== '/'} />
}

function Waiting() {
  return (
    <PageFrame title="">
      <Loading rows={8} />
    </PageFrame>
  )
}

async function findNothing(): Promise<readonly Found[]> {
  return []
}

/** Finds records by number or words on the unified work list, for the palette; `toOf` says where an id opens. */
export async function findOnDesk(
  text: string,
  at: { signal: AbortSignal; toOf: (id: string) => string },
): Promise<readonly Found[]> {
  const lines = await get<{ items: readonly { id: string; number: string; title: string }[] }>(
    address('/api/desk', { q: text, limit: 8 }),
    { signal: at.signal },
  )
  return lines.items.map(line => ({ id: line.id, title: `${line.number}  ${line.title}`, to: at.toOf(line.id) }))
}
