A password changes in one write, into the file that holds it: at no moment there is no user.
--- sim fresh
--- file a.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret"
		IncomingUser "bob b-long-secret-too"
		enabled 1
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo reset >$SIM/control
sed 's/b-long-secret-too/another-long-secret/' a.conf >b.conf
lunward apply $LIVE --yes b.conf
grep '=>' $SIM/control
cat $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/IncomingUser*
lunward plan $LIVE b.conf
--- stdout
~ chval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "bob ***" (changed) [none] (b.conf:6)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
targets/iscsi/iqn.2026-11.com.example:t/IncomingUser1	bob another-long-secret	=> ok 23
alice a-long-secret
[key]

bob another-long-secret
[key]

Nothing to do.
--- stderr
lunward: 1 operation done (2 in lunward history)
