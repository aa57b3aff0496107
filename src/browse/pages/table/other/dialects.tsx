import { dialectSteps, factsOf } from '../../../../inspect/facts.ts'
import type { Dialect } from '../../../../mapping/dialect.ts'
import { AssumptionLinks } from '../../../../page/components/assumption-links.tsx'
import { Citation } from '../../../../page/components/citation.tsx'
import { Wide } from '../../../../page/components/wide.tsx'
import { useTables } from '../use-tables.ts'
import { pathOfTable } from '../where.ts'
import { NamedHead, useNamedRow } from './named.tsx'

/** Each dialect: what tells it, its tables, the addresses that it changes, what its records must keep to, and what its code does. */
export function Dialects() {
  const { mappings } = useTables()
  return (
    <>
      {mappings.dialects.map((dialect) => (
        <OneDialect key={dialect.id} dialect={dialect} />
      ))}
    </>
  )
}

function OneDialect({ dialect }: { dialect: Dialect }) {
  const { words } = useTables()
  const rowOf = useNamedRow()
  const steps = Object.keys(dialectSteps).map((word) => `${dialect.id}.${word}`)
  return (
    <Wide label={dialect.id}>
      <table>
        <caption>{dialect.id}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dialectsOf}</th>
            <th scope="col">{words.dialect}</th>
            <th scope="col">{words.plain}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          <tr {...rowOf(dialect.id)}>
            <NamedHead name={dialect.id} />
            <td>
              {words.marks}: <code>{dialect.marks.map((mark) => `${mark.in} ${mark.is}`).join(', ')}</code>
            </td>
            <td>{dialect.form}</td>
            <td>
              <Tables dialect={dialect} />
            </td>
          </tr>
          <Addresses dialect={dialect} />
          <Bounds dialect={dialect} />
          {steps.map((step) => (
            <tr key={step} {...rowOf(step)}>
              <NamedHead name={step} />
              <td colSpan={2} />
              <StepNote step={step} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Tables({ dialect }: { dialect: Dialect }) {
  const { to } = useTables()
  return (
    <ul class="plain-list">
      {Object.entries(dialect.tables).map(([type, table]) => (
        <li key={type}>
          {type}: <a href={to(pathOfTable(table))}>{table}</a>
        </li>
      ))}
    </ul>
  )
}

function Addresses({ dialect }: { dialect: Dialect }) {
  const { language, to } = useTables()
  const rowOf = useNamedRow()
  return dialect.addresses.map(({ id, in: where, dialect: own, plain, note, cite, assumes }) => (
    <tr key={id} {...rowOf(id)}>
      <NamedHead name={id} />
      <td>
        {where} <code>{own}</code>
      </td>
      <td>
        <code>{plain}</code>
      </td>
      <td>
        <span lang="en">{note}</span>{' '}
        <span class="sources">
          <Citation cite={cite} language={language} />
          <AssumptionLinks ids={assumes} language={language} hrefOf={(one) => to(['assumptions'], { id: one })} />
        </span>
      </td>
    </tr>
  ))
}

function Bounds({ dialect }: { dialect: Dialect }) {
  const { words, language } = useTables()
  const rowOf = useNamedRow()
  return dialect.bounds.map(({ id, element, min, max, is, note, cite }) => (
    <tr key={id} {...rowOf(id)}>
      <NamedHead name={id} />
      <td>
        <code>{element.id}</code>
      </td>
      <td>
        {words.bound} <code>{is ?? `${min ?? 0}..${max ?? '*'}`}</code>
      </td>
      <td>
        <span lang="en">{note}</span> <Citation cite={cite} language={language} />
      </td>
    </tr>
  ))
}

function StepNote({ step }: { step: string }) {
  const { mappings, language } = useTables()
  const { note, cite } = factsOf(mappings)(step)
  return (
    <td>
      <span lang="en">{note}</span> <Citation cite={cite} language={language} />
    </td>
  )
}
