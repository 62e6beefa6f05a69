// Tokens of programs: who issued which, until when; issue and revoke.

import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, InputNumber, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { getInstant, type Instant } from '../../../kernel/time.ts'
import { get, post, remove } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNow } from '../../../ui/now.ts'
import { PageFrame } from '../../../ui/page.tsx'
import { rowsOf } from '../../../ui/paging.ts'
import { Awaited, problemSentence } from '../../../ui/state.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { NewToken, Token } from './answers.ts'
import { PersonSelect } from './choices.tsx'
import './organisation.css'
import { Secret } from './secret.tsx'
import { PAGE } from './words.ts'

export function Tokens() {
  const say = useWords(PAGE)
  const queries = useQueryClient()
  const [issuing, setIssuing] = useState(false)
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => get<{ items: Token[] }>('/api/tokens') })
  const changed = () => queries.invalidateQueries({ queryKey: ['tokens'] })
  return (
    <PageFrame
      fill
      title={say('tokensTitle')}
      note={say('tokensNote')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setIssuing(true)}>
          {say('tokenIssue')}
        </Button>
      }
    >
      <Awaited query={tokens}>{answer => <List tokens={answer.items} onChanged={changed} />}</Awaited>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} onIssued={changed} />}
    </PageFrame>
  )
}

function List(props: { tokens: readonly Token[]; onChanged: () => void }) {
  const say = useWords(PAGE)
  const columns = useColumns(props.onChanged)
  return (
    <Table
      label={say('tokensTitle')}
      columns={columns}
      rows={rowsOf(props.tokens)}
      rowKey={token => token.id}
      keys
      height="fill"
      empty={{ title: say('tokensEmpty'), text: say('tokensEmptyText') }}
    />
  )
}

function useColumns(onChanged: () => void): readonly Column<Token>[] {
  const say = useWords(PAGE)
  const now = useNow()
  return useMemo(
    () => [
      { key: 'name', title: say('tokenName'), grow: 2, render: token => token.name },
      { key: 'person', title: say('tokenOf'), grow: 1, render: token => token.person },
      { key: 'by', title: say('tokenBy'), grow: 1, render: token => token.createdBy },
      { key: 'at', title: say('tokenAt'), width: 180, render: token => <When at={getInstant(token.createdAt)} /> },
      {
        key: 'until',
        title: say('tokenUntil'),
        width: 180,
        render: token => <When at={getInstant(token.expiresAt)} />,
      },
      { key: 'state', title: say('state'), width: 88, render: token => say(stateOf(token, now)) },
      {
        key: 'revoke',
        title: say('actions'),
        width: 96,
        align: 'end',
        render: token => stateOf(token, now) === 'tokenGood' && <Revoke token={token} onChanged={onChanged} />,
      },
    ],
    [say, now, onChanged],
  )
}

function Revoke(props: { token: Token; onChanged: () => void }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const { modal, message } = App.useApp()
  const revoke = async () => {
    try {
      await remove(`/api/tokens/${props.token.id}`)
      props.onChanged()
    } catch (error) {
      message.error(problemSentence(error, language))
    }
  }
  const ask = () =>
    modal.confirm({
      title: say('tokenRevoke'),
      content: say('tokenRevokeAsk', { name: props.token.name }),
      okText: say('tokenRevoke'),
      cancelText: say('cancel'),
      okButtonProps: { danger: true },
      onOk: revoke,
    })
  return (
    <Button size="small" onClick={ask}>
      {say('tokenRevoke')}
    </Button>
  )
}

function IssueDialog(props: { onClose: () => void; onIssued: () => void }) {
  const say = useWords(PAGE)
  const [secret, setSecret] = useState<string | null>(null)
  const issue = async (values: { name: string; person: string; days: number }) => {
    const issued = await post<NewToken>('/api/tokens', values)
    setSecret(issued.token)
    props.onIssued()
  }
  return (
    <Modal
      open
      title={say('tokenIssue')}
      footer={null}
      onCancel={props.onClose}
      closable={{ 'aria-label': say('close') }}
      width={480}
    >
      {secret !== null && <Secret title={say('tokenOnce')} value={secret} />}
      {secret === null && (
        <Form initial={{ days: 180 }} onSubmit={issue}>
          <Field name="name" label={say('tokenName')} needed>
            <Input maxLength={80} />
          </Field>
          <Field name="person" label={say('tokenOf')} needed>
            <PersonSelect />
          </Field>
          <Field name="days" label={say('tokenDays')} needed>
            <InputNumber min={1} max={366} precision={0} />
          </Field>
          <Submit>{say('tokenIssue')}</Submit>
        </Form>
      )}
    </Modal>
  )
}

function stateOf(token: Token, now: Instant): 'tokenRevoked' | 'tokenOver' | 'tokenGood' {
  if (token.revokedAt !== null) return 'tokenRevoked'
  return token.expiresAt <= now ? 'tokenOver' : 'tokenGood'
}
