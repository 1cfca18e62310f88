Names with control characters forge no line and reach no terminal; a file that may not grow is an error, and nothing is left of it.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
odd=$(printf 'x\n9  forged\033[1m.conf')
cp a.conf "$odd"
lunward apply $LIVE --yes "$odd" >/dev/null
lunward history $LIVE | cut -c28-
lunward plan --root $SIM/scst_tgt --state "$(printf '/dev/null/\033[1m')" a.conf
--- stdout
done             1 change   apply x\x0a9  forged\x1b[1m.conf
--- stderr
lunward: 1 operation done (1 in lunward history)
lunward: error: cannot use the state folder /dev/null/\x1b[1m/scst: Not a directory
  hint: --state names another one
lunward: 1 error
--- exit 1
--- run
sed 's/DEVICE a/DEVICE b/' a.conf >b.conf
(ulimit -f 0; lunward apply $LIVE --yes b.conf >/dev/null)
(ulimit -f 0; lunward save --root "$SIM/scst_tgt" saved.conf)
find . -name '*.new' -o -name 'saved*'
ls $SIM/scst_tgt/devices
--- stdout
a
--- stderr
lunward: error: cannot write @DIR@/state/scst/journal.json: File too large
  hint: nothing was changed: first it must be written how to go back
lunward: 0 operations done
lunward: saved.conf cannot be written: File too large
