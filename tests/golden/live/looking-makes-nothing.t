Who only looks makes no folder: a name that was mistyped would be an empty memory.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
lunward plan --root $SIM/scst_tgt --state mistyped a.conf
lunward history --root $SIM/scst_tgt --state mistyped
lunward status --root $SIM/scst_tgt --state mistyped >/dev/null
lunward confirm --root $SIM/scst_tgt --state mistyped
test -e mistyped && echo made
lunward rollback --yes --root $SIM/scst_tgt --state mistyped
--- stdout
+ create handlers/vdisk_nullio/a [none] (a.conf:2)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: nothing waits to be confirmed
lunward: error: nothing was applied: there is nothing to undo
  hint: lunward history lists what was applied
lunward: 1 error
--- exit 2
