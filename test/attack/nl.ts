import { classifyTalk } from '../../src/domain/talk/classifyTalk.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'
const programme = programmeNamed('pinneberg')
classifyTalk(programme, '\n'.repeat(40000), { name: 'Gast', roles: ['gast'] })
