import { describe, expect, test } from 'vitest'
import { checkChosen } from '../../../../src/domain/time/periods/checkChosen.ts'
import { counted, day } from './counted.ts'

const sent = { auftragsbekanntmachung_abgesendet: '2024-04-19' }
const end = 'teilnahmefrist_min_ende'
const closing = 'teilnahmefrist_fruehester_schlusstermin_mit_uhrzeit'

function chosen(
  iso: string,
  key: string,
  regime: 'EU_VgV' | 'EU_VgV_sozial',
  reason: string | null = null,
  inputs: object = sent,
) {
  return checkChosen(counted({ ...inputs }, { regime }).get(key)!, day(iso), regime, reason)
}

describe('a date that somebody chose', () => {
  test('on or after the earliest lawful one is in order', () => {
    expect(chosen('2024-05-21', end, 'EU_VgV')).toEqual({ kind: 'ok' })
    expect(chosen('2024-05-22', closing, 'EU_VgV_sozial')).toEqual({ kind: 'ok' })
  })

  test('a shorter one for a social service asks for a reason', () => {
    const refused = chosen('2024-05-10', closing, 'EU_VgV_sozial', '  ')
    expect(refused).toMatchObject({ kind: 'refused', lawful: day('2024-05-22') })
    expect(refused).toHaveProperty(
      'sentence',
      'Der 10.05.2024 liegt vor dem frühesten zulässigen Ende der Teilnahmefrist (Mi 22.05.2024, § 17 Abs. 2 VgV). Für eine kürzere Frist nach § 65 Abs. 3 VgV bitte Begründung angeben.',
    )
  })

  test('and with a reason it is a deviation, no error (§ 65 Abs. 3 VgV)', () => {
    expect(chosen('2024-04-30', end, 'EU_VgV_sozial', 'wenige Anbieter, alle informiert')).toMatchObject({
      kind: 'deviation',
      norm: '§ 65 Abs. 3 VgV',
      reason: 'wenige Anbieter, alle informiert',
    })
  })

  test('other services have the urgent floor only', () => {
    expect(chosen('2024-05-06', end, 'EU_VgV', 'Brand der Schule')).toMatchObject({
      kind: 'deviation',
      norm: '§ 17 Abs. 3 VgV',
    })
    expect(chosen('2024-05-06', end, 'EU_VgV')).toMatchObject({ kind: 'refused', lawful: day('2024-05-21') })
    expect(chosen('2024-05-05', end, 'EU_VgV', 'Brand der Schule')).toMatchObject({
      kind: 'refused',
      sentence:
        'Der 05.05.2024 liegt vor dem frühesten zulässigen Ende der Teilnahmefrist (Di 21.05.2024, § 17 Abs. 2 VgV). Auch bei hinreichend begründeter Dringlichkeit geht es nicht vor dem Mo 06.05.2024 (§ 17 Abs. 3 VgV).',
    })
  })

  test('no reason helps before the beginning, against § 20 VgV or against the GWB', () => {
    const why = 'es eilt'
    expect(chosen('2024-04-19', end, 'EU_VgV_sozial', why)).toMatchObject({ kind: 'refused' })
    const late = chosen('2024-06-06', 'auskunft_spaetestens_6_tage', 'EU_VgV_sozial', why, {
      angebotsfrist_ende: '2024-06-12T12:00',
    })
    expect(late).toMatchObject({
      kind: 'refused',
      lawful: day('2024-06-05'),
      sentence:
        'Der 06.06.2024 liegt nach dem letzten zulässigen Tag für „Auskunft an Bieter“ (Mi 05.06.2024, § 20 Abs. 3 Nr. 1 VgV).',
    })
    const signing = chosen('2025-04-21', 'vertragsschluss_fruehestens_vorsichtig', 'EU_VgV_sozial', why, {
      information_134_abgesendet: '2025-04-10',
      versandweg: 'elektronisch',
    })
    expect(signing).toMatchObject({ kind: 'refused', lawful: day('2025-04-23') })
  })

  test('where nothing is bound, every day will do', () => {
    expect(
      chosen('2025-04-11', 'arbeitstage_in_wartefrist', 'EU_VgV', null, {
        information_134_abgesendet: '2025-04-10',
      }),
    ).toEqual({ kind: 'ok' })
  })
})
