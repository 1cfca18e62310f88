What was printed without its secrets is no configuration, and the message says why.
--- file secret.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "joe long-enough-secret"
	}
}
--- run
lunward show secret.conf | lunward check -
--- stderr
<stdin>:3:3: error: IncomingUser: *** is not legal: expected a user name and a secret of at least 12 bytes
  hint: this text was masked when it was printed: print it again with --show-secrets
lunward: 1 error
--- exit 2
--- run
lunward show --show-secrets secret.conf | lunward check -
--- stdout
<stdin>: ok
