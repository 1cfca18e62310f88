An apply that waits to be confirmed is seen by everybody; when its program is gone, each command says so until somebody has decided.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
--- run
lunward apply --yes --confirm-within 60 $LIVE a.conf >/dev/null 2>&1 &
pid=$!
until grep -q . state/scst/pending 2>/dev/null; do sleep 0.1; done
lunward status $LIVE | sed "s|$SIM|SIM|; s/20..-..-.. ..:..:../TIME/; s/process $pid/process PID/; s/[0-9]* s left/SOME s left/; s|--root [^ ]* --state [^ ]*|WHERE|"
lunward status $LIVE -o json | sed -n "s/\"left\": [0-9]*/\"left\": 0/; /pending/,/}/p"
exec 2>/dev/null
kill -9 $pid
wait $pid
lunward status $LIVE | sed -n '/interrupted/,$p' | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
SCST          3.11.0-pre, at SIM/scst_tgt
daemon        iscsi-scstd runs
I/O           runs
lock          process PID: lunward apply --yes --confirm-within 60 WHERE a.conf
at work       1, TIME: apply a.conf
to confirm    1, SOME s left
  hint: lunward confirm keeps what it did
in force      nothing that lunward knows of
      "pending": {
        "id": 1,
        "waits": true,
        "left": 0
      },
interrupted   1, TIME: apply a.conf
to confirm    apply 1 waited to be confirmed, but its program is gone: what it did is in force
  hint: lunward rollback 1 undoes it; lunward confirm ends this message
in force      nothing that lunward knows of
--- run
lunward plan $LIVE b.conf
--- stdout
+ create handlers/vdisk_nullio/b [none] (b.conf:3)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: apply 1 waited to be confirmed, but its program is gone: what it did is in force
  hint: lunward rollback 1 undoes it; lunward confirm ends this message
--- exit 3
--- run
lunward history $LIVE >/dev/null
--- stderr
lunward: apply 1 waited to be confirmed, but its program is gone: what it did is in force
  hint: lunward rollback 1 undoes it; lunward confirm ends this message
--- run
lunward apply --yes $LIVE b.conf
--- stdout
+ create handlers/vdisk_nullio/b [none] (b.conf:3)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: apply 1 waited to be confirmed, but its program is gone: what it did is in force
  hint: lunward rollback 1 undoes it; lunward confirm ends this message
lunward: 1 operation done (2 in lunward history)
--- run
lunward status $LIVE | sed -n '/lock/,$p' | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
lock          nobody has it
in force      2, TIME: apply b.conf
