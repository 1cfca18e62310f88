An apply that waits to be confirmed goes back when nobody does; confirmed, it stays.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
lunward confirm $LIVE
--- stderr
lunward: nothing waits to be confirmed
--- exit 1
--- run
lunward apply --yes --confirm-within 1 $LIVE a.conf
ls "$SIM/scst_tgt/devices"
--- stdout
+ create handlers/vdisk_nullio/a [none] (a.conf:2)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: all is done; it goes back in 1 s unless 'lunward confirm' follows
lunward: error: nobody confirmed apply 1 within 1 s
lunward: 1 operation done; everything is as it was before (1 in lunward history)
--- run
lunward apply --yes --confirm-within 60 $LIVE a.conf 2>said >/dev/null &
until lunward confirm $LIVE 2>/dev/null; do sleep 0.1; done
wait
cat said
ls "$SIM/scst_tgt/devices"
lunward history $LIVE | cut -c28-
--- stdout
lunward: all is done; it goes back in 60 s unless 'lunward confirm' follows
lunward: 1 operation done (2 in lunward history)
a
done             1 change   apply a.conf
rolled back      1 change   apply a.conf
--- run
lunward apply --yes --confirm-within 0 $LIVE a.conf
lunward apply --yes --timeout 0 $LIVE a.conf
--- stderr
lunward: --confirm-within: nobody can confirm it within no time; leave it out to apply for good
lunward: --timeout: the kernel needs a second at least to answer
--- exit 2
