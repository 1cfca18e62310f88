One applies at a time; the others are told who does, or wait.
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
mkdir -p state/scst
(flock 9; echo 77 >state/scst/lock; : >held; sleep 3) 9>>state/scst/lock &
while [ ! -e held ]; do sleep 0.05; done
lunward apply $LIVE --yes a.conf; echo $?
lunward rollback $LIVE --yes; echo $?
lunward plan $LIVE a.conf | tail -n 1
lunward apply $LIVE --yes --wait 20 a.conf | tail -n 1
--- stdout
5
5
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: another apply is at work: process 77
  hint: wait for it, or let --wait do that
lunward: another apply is at work: process 77
  hint: wait for it, or let --wait do that
lunward: 11 operations done (1 in lunward history)
--- run
lunward apply $LIVE --yes --wait soon a.conf
--- stderr
lunward: --wait: "soon" is no number of seconds, at most 86400
--- exit 2
