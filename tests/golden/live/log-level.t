What is said while it works: operations, accesses to the kernel's files; never a password.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	IncomingUser "joe a-long-secret-0"
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret-1"
		LUN 0 a
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret-2"
		LUN 0 a
		LUN 1 nowhere
		enabled 1
	}
}
--- run
lunward plan $LIVE --log-level loud a.conf
--- stderr
lunward plan: --log-level takes error, warning, info or debug, not "loud"
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward apply $LIVE --yes --suspend 5 --log-level info a.conf 2>&1 >/dev/null | sed 's/[0-9.]* s$/T s/'
--- stdout
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
lunward: info: pausing all I/O
lunward: info: create handlers/vdisk_nullio/a: done in T s
lunward: info: addval targets/iscsi IncomingUser: done in T s
lunward: info: create targets/iscsi/iqn.2026-11.com.example:t: done in T s
lunward: info: addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done in T s
lunward: info: set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: done in T s
lunward: info: create targets/iscsi/iqn.2026-11.com.example:t/luns/0: done in T s
lunward: info: set targets/iscsi/iqn.2026-11.com.example:t enabled: done in T s
lunward: info: set targets/iscsi enabled: done in T s
lunward: info: all I/O goes on
lunward: 8 operations done (1 in lunward history)
--- run
lunward plan $LIVE --log-level debug a.conf 2>&1 >/dev/null | sed 's/([0-9.]* ms)$/(T)/' | grep -e IncomingUser -e enabled -e 'devices/a '
--- stdout
lunward: debug: read targets/iscsi/IncomingUser: "***" (T)
lunward: debug: read targets/iscsi/enabled: "1\x0a" (T)
lunward: debug: read targets/iscsi/iqn.2026-11.com.example:t/IncomingUser: "***" (T)
lunward: debug: read targets/iscsi/iqn.2026-11.com.example:t/enabled: "1" (T)
--- run
printf 'fault write 1 EIO\n' >$SIM/control
lunward apply $LIVE --yes --partial --log-level debug b.conf >out 2>&1
sed 's/([0-9.]* ms)$/(T)/;s/[0-9.]* s$/T s/;s/after [0-9.]* s:/after T s:/' out | grep -e ': info: ' -e 'debug: write' -e 'error: ' -e 'warning: '
grep -c long-secret out
--- stdout
b.conf:10:3: warning: LUN 1 refers to nowhere, which is missing: it is left out
lunward: debug: write targets/iscsi/iqn.2026-11.com.example:t/IncomingUser <- "***" (T)
lunward: info: chval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done in T s
lunward: debug: write targets/iscsi/mgmt <- "del_attribute IncomingUser ***": EIO (T)
lunward: info: delval targets/iscsi IncomingUser: failed after T s: "del_attribute IncomingUser joe" > targets/iscsi/mgmt: Input/output error
lunward: debug: write targets/iscsi/iqn.2026-11.com.example:t/IncomingUser <- "***" (T)
lunward: info: chval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done in T s
b.conf:4:1: error: cannot delval IncomingUser of targets/iscsi: "del_attribute IncomingUser joe" > targets/iscsi/mgmt: Input/output error
0
--- exit 1
--- run
lunward apply $LIVE --yes --partial --log-level error b.conf >/dev/null
--- stderr
lunward: 2 operations done (3 in lunward history)
--- exit 4
--- run
lunward status $LIVE --log-level debug 2>&1 >/dev/null | sed 's/([0-9.]* ms)$/(T)/' | grep suspend
--- stdout
lunward: debug: read suspend: "0" (T)
