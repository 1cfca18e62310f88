Without a FILE, show prints all that the running engine says of itself, passwords hidden.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
		IncomingUser "alice a-long-secret"
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
lunward show $AT | grep -e DEVICE -e User -e blocksize -e addr_method
--- stdout
	DEVICE a {
		blocksize 512
	DEVICE b {
		blocksize 4096
		addr_method PERIPHERAL
		IncomingUser "alice ***"
		addr_method PERIPHERAL
			addr_method PERIPHERAL
--- stderr
lunward: 11 operations done (1 in lunward history)
--- run
lunward show $AT -o json | head -n 5
--- stdout
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "masked": true,
--- run
lunward show $AT --show-secrets | grep User
--- stdout
		IncomingUser "alice a-long-secret"
--- run
lunward show --root $SIM/scst_tgt a.conf
--- stderr
lunward: --root is about the running engine, and does not go with a FILE
--- exit 2
--- run
lunward plan --state x --from a.conf a.conf
--- stderr
lunward: --state is about the running engine, and does not go with --from
--- exit 2
