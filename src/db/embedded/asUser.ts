import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseProblem } from '../problem.ts'

/**
 * Whose processes the server's are. PostgreSQL refuses to run as root, so root needs another user: a real
 * one, or, where no real one can reach the files (a checkout under a home directory with mode 0700), a user
 * namespace in which the process is somebody else while its files stay root's.
 */
export type ServerUser = { kind: 'self' } | { kind: 'uid'; uid: number; gid: number } | { kind: 'namespace' }

/** The user whose files these are: the server accepts only files of its own. */
export function ownerOf(path: string): ServerUser {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const { uid, gid } = statSync(path)
  return uid === 0 ? { kind: 'namespace' } : { kind: 'uid', uid, gid }
}

/** Gives a new directory to a user who may run the server in it. */
export function giveToServer(directory: string, program: string): ServerUser {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  for (const name of ['postgres', 'nobody']) {
    const ids = idsOf(name)
    if (ids === null) continue
    chownSync(directory, ids.uid, ids.gid)
    const user: ServerUser = { kind: 'uid', ...ids }
    if (reaches(user, directory, program)) return user
  }
  chownSync(directory, 0, 0)
  if (reaches({ kind: 'namespace' }, directory, program)) return { kind: 'namespace' }
  throw new DatabaseProblem(
    `PostgreSQL läuft nicht als root, und kein anderer Benutzer erreicht ${dirname(directory)} und die Programmdateien: bitte das Programm als gewöhnlicher Benutzer starten oder DATABASE_URL setzen.`,
  )
}

/** Starts a program as the given user; options as for node's spawn. */
export function spawnAs(
  user: ServerUser,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [command, argv] = asCommand(user, program, args)
  return spawn(command, argv, { ...options, ...idsFor(user) })
}

function asCommand(user: ServerUser, program: string, args: readonly string[]): [string, string[]] {
  if (user.kind !== 'namespace') return [program, [...args]]
  // unshare replaces itself by the program, so the child's pid is the server's.
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', program, ...args]]
}

const idsFor = (user: ServerUser) => (user.kind === 'uid' ? { uid: user.uid, gid: user.gid } : {})

/** Tried rather than computed: access lists, mount options and security modules have a say too. */
function reaches(user: ServerUser, directory: string, program: string): boolean {
  const [command, argv] = asCommand(user, '/bin/sh', [
    '-c',
    'test -w "$1" && cd "$1" && "$2" --version',
    'sh',
    directory,
    program,
  ])
  return spawnSync(command, argv, { ...idsFor(user), cwd: '/', stdio: 'ignore' }).status === 0
}

function idsOf(name: string): { uid: number; gid: number } | null {
  const answer = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const [uid, gid] = [answer('-u'), answer('-g')]
  if (uid.status !== 0 || gid.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
