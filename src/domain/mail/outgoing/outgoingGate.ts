/** Kinds of letters that leave the house, as `outgoing_mails.kind` has them. */
export type LetterKind = 'acknowledgement' | 'alarm' | 'notice' | 'feedback' | 'code' | 'answer'

/**
 * What is counted together. Each counts for itself: a storm of machines that answer machines must hold back neither a
 * person's answer nor an alarm.
 */
type LetterGroup = 'automatic' | 'personal' | 'alarm' | 'notice' | 'code'

const groupOf: Record<LetterKind, LetterGroup> = {
  acknowledgement: 'automatic',
  feedback: 'automatic',
  answer: 'personal',
  alarm: 'alarm',
  notice: 'notice',
  code: 'code',
}

/** The kinds that count together with this one. */
export function kindsCounted(kind: LetterKind): LetterKind[] {
  return (Object.keys(groupOf) as LetterKind[]).filter(each => groupOf[each] === groupOf[kind])
}

/** Most letters of one group; 0: no limit. */
export interface MailCaps {
  /** To one address outside the house on one local day. */
  addressPerDay: number
  /** To one domain with a like subject within an hour. */
  alikePerHour: number
  /** Outside the house, altogether, within an hour. */
  perHour: number
  /** To one address of the house within an hour, of one sort: a flood of others holds back no hint at a child in danger. */
  housePerHour: number
}

/**
 * A parent writes a handful of letters a day, a school office perhaps ten; a county gets some dozens an hour when it is
 * in the news. What goes beyond is a machine until a person says otherwise.
 */
export const usualCaps: MailCaps = { addressPerDay: 10, alikePerHour: 20, perHour: 300, housePerHour: 60 }

/** Letters of the same group that the gate let through already. */
export interface GateFacts {
  toAddressToday: number
  /** To this domain with a like subject. */
  alikeLastHour: number
  /** To this address with a like subject. */
  alikeToAddressLastHour: number
  lastHour: number
  /** Why no automatic letter may go to the address, German; null: it may. */
  blocked: string | null
}

export type GateVerdict =
  | { kind: 'leave' }
  /** `reason` is a German sentence without the address. `storm`: too many to the house, which hears of it in one letter. */
  | { kind: 'hold'; reason: string; storm: boolean }

interface Rule {
  /** The groups that it stops. */
  groups: readonly LetterGroup[]
  stops(facts: GateFacts, caps: MailCaps): boolean
  reason(facts: GateFacts, caps: MailCaps): string
}

const outside: readonly LetterGroup[] = ['automatic', 'personal']
const house: readonly LetterGroup[] = ['alarm', 'notice']
const full = (count: number, cap: number) => cap > 0 && count >= cap

/** What stops a letter, the most telling reason first. */
const rules: readonly Rule[] = [
  {
    // A person may still write there: they see the warning before they send.
    groups: ['automatic'],
    stops: ({ blocked }) => blocked !== null,
    reason: ({ blocked }) => `Die Adresse ist für automatische Briefe gesperrt: ${blocked}`,
  },
  {
    // RFC 3834 section 2: an automatic answer has a limit for each address. It also bounds what a forger makes a victim get.
    groups: outside,
    stops: (facts, caps) => full(facts.toAddressToday, caps.addressPerDay),
    reason: (_facts, caps) =>
      `An diese Adresse gingen heute schon ${caps.addressPerDay} Briefe dieser Art (KLA_MAIL_CAP_ADDRESS_DAY).`,
  },
  {
    groups: outside,
    stops: (facts, caps) => full(facts.alikeLastHour, caps.alikePerHour),
    reason: (_facts, caps) =>
      `In der letzten Stunde gingen an diese Domäne schon ${caps.alikePerHour} Briefe mit gleichem Betreff; vielleicht antwortet dort ein Programm (KLA_MAIL_CAP_DOMAIN_HOUR).`,
  },
  {
    // Codes have narrower limits of their own before they are written (domain/people/linkCode).
    groups: [...outside, 'code'],
    stops: (facts, caps) => full(facts.lastHour, caps.perHour),
    reason: (_facts, caps) =>
      `In der letzten Stunde gingen schon ${caps.perHour} Briefe dieser Art hinaus (KLA_MAIL_CAP_HOUR).`,
  },
  {
    groups: house,
    stops: (facts, caps) => full(facts.alikeToAddressLastHour, caps.housePerHour),
    reason: (_facts, caps) =>
      `Diese Stelle bekam in der letzten Stunde schon ${caps.housePerHour} Hinweise; stattdessen geht eine Sammelmeldung hinaus (KLA_MAIL_CAP_HOUSE_HOUR).`,
  },
]

/** Whether a letter may leave now. The one gate that every letter passes before it is handed over. */
export function mayLeave(kind: LetterKind, facts: GateFacts, caps: MailCaps): GateVerdict {
  const group = groupOf[kind]
  const rule = rules.find(each => each.groups.includes(group) && each.stops(facts, caps))
  if (!rule) return { kind: 'leave' }
  return { kind: 'hold', reason: rule.reason(facts, caps), storm: house.includes(group) }
}
