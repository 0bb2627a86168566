/** What differs from one private Dovecot to the next. */
export interface DovecotPlace {
  directory: string
  /** The account Dovecot runs as; it owns the directory. */
  user: string
  group: string
  uid: number
  gid: number
  ports: { imap: number; imaps: number; lmtp: number }
  /** Sign-in by access token, checked at an identity provider (RFC 7662). */
  oauth?: DovecotOAuth | undefined
  /** Further lines, in the words of 2.3. */
  extra?: string | undefined
}

export interface DovecotOAuth {
  introspectionUrl: string
  /** PEM file that makes the identity provider trusted. */
  caFile: string
  /** What the server offers. */
  mechanisms: readonly ('xoauth2' | 'oauthbearer')[]
}

/** The file that the oauth2 passdb of Dovecot 2.3 reads; the token itself says whose mailbox it opens. */
export function oauthConfig({ introspectionUrl }: DovecotOAuth, caFile: string): string {
  return `
introspection_url = ${introspectionUrl}
introspection_mode = post
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
tls_ca_cert_file = ${caFile}
`
}

/**
 * The configuration of a Dovecot that lives in one directory and runs as one ordinary user. `version` is the
 * output of `dovecot --version`: 2.4 renamed most settings and refuses the names of 2.3.
 */
export function dovecotConfig(version: string, place: DovecotPlace): string {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 2 || minor >= 4 ? since24(place) : until23(place)
}

/** Everybody is `user`: without root Dovecot cannot change to its own accounts, nor chroot. */
function runAs({ directory, user, group, ports }: DovecotPlace): string {
  return `
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 0
postmaster_address = postmaster@kreis.example
# A refused sign-in is answered at once, so that tests need not wait two seconds for each.
auth_failure_delay = 0
mail_max_userip_connections = 100
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
`
}

function until23(place: DovecotPlace): string {
  const { directory, uid, gid, oauth, extra = '' } = place
  return `
protocols = imap lmtp
${runAs(place)}
ssl = yes
ssl_cert = <${directory}/tls/cert.pem
ssl_key = <${directory}/tls/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login ${oauth ? oauth.mechanisms.join(' ') : ''}
auth_verbose = yes
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${directory}/users
  mechanisms = plain login
}
${
  oauth
    ? `passdb {
  driver = oauth2
  mechanisms = ${oauth.mechanisms.join(' ')}
  args = ${directory}/oauth2.conf
}`
    : ''
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${directory}/mail/%u allow_all_users=yes
}
${extra}
`
}

/** Written after the 2.4 manual; the machines at hand have 2.3. Sign-in by token was never tried there and is left out. */
function since24(place: DovecotPlace): string {
  if (place.oauth || place.extra) throw new Error('tests with special settings need Dovecot 2.3')
  const { directory, uid, gid } = place
  return `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols {
  imap = yes
  lmtp = yes
}
${runAs(place)}
ssl = yes
ssl_server_cert_file = ${directory}/tls/cert.pem
ssl_server_key_file = ${directory}/tls/key.pem
auth_allow_cleartext = yes
auth_mechanisms {
  plain = yes
  login = yes
}
auth_verbose = yes
mail_driver = maildir
mail_path = ~/Maildir
passdb passwd-file {
  passwd_file_path = ${directory}/users
  default_password_scheme = plain
}
userdb static {
  fields {
    uid = ${uid}
    gid = ${gid}
    home = ${directory}/mail/%{user}
  }
}
`
}
