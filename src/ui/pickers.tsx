// Choosing a day or an instant: what is picked is a `Day` or an `Instant` of Shanghai, whatever the browser's zone.
//
// <DayPicker value={day} onChange={day => …} />       works as a form's child; value Day | null
// <InstantPicker value={at} onChange={at => …} />     value Instant | null; to the minute

import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type Day, dayOf, findDay, type Instant, startOf, timeOf } from '../kernel/time.ts'

interface PickerProps<Value> {
  readonly id?: string
  readonly value?: Value | null
  readonly onChange?: (value: Value | null) => void
  readonly label?: string
  readonly disabled?: boolean
}

export function DayPicker(props: PickerProps<Day>) {
  return (
    <DatePicker
      {...named(props)}
      format={value => value.format('YYYY-MM-DD')}
      value={props.value ? dayjs(props.value) : null}
      onChange={value => props.onChange?.(value ? findDay(value.format('YYYY-MM-DD')) : null)}
    />
  )
}

export function InstantPicker(props: PickerProps<Instant>) {
  const wall = props.value ? `${dayOf(props.value)}T${timeOf(props.value)}` : null
  return (
    <DatePicker
      {...named(props)}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={wall ? dayjs(wall) : null}
      onChange={value =>
        props.onChange?.(value ? instantOfWall(value.format('YYYY-MM-DD'), value.hour() * 60 + value.minute()) : null)
      }
    />
  )
}

// dayjs holds the picked digits in the browser's zone; only the digits are taken, and read as Shanghai's.
function instantOfWall(text: string, minutes: number): Instant | null {
  const day = findDay(text)
  return day === null ? null : startOf(day, 'Asia/Shanghai', minutes)
}

function named(props: Pick<PickerProps<Day>, 'id' | 'label' | 'disabled'>) {
  return {
    ...(props.id !== undefined && { id: props.id }),
    ...(props.label !== undefined && { 'aria-label': props.label }),
    ...(props.disabled !== undefined && { disabled: props.disabled }),
  }
}
