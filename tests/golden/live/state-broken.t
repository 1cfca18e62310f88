What lunward wrote down and somebody spoilt is said to be useless, and what to do about it; nothing is done on its word.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null
echo '{"lunward": "journal' >state/scst/journal.json
lunward plan $LIVE a.conf
--- stderr
lunward: 1 operation done (1 in lunward history)
@DIR@/state/scst/journal.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
lunward: error: @DIR@/state/scst/journal.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
lunward: 2 errors
--- exit 2
--- run
lunward clear $LIVE --yes
--- stderr
@DIR@/state/scst/journal.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
lunward: error: @DIR@/state/scst/journal.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
lunward: 2 errors
--- exit 2
--- run
lunward history $LIVE
--- stderr
@DIR@/state/scst/journal.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
lunward: error: @DIR@/state/scst/journal.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
lunward: 2 errors
--- exit 2
--- run
mv state/scst/journal.json state/scst/history/000001.json
lunward history $LIVE
--- stderr
@DIR@/state/scst/history/000001.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
lunward: error: @DIR@/state/scst/history/000001.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
--- run
lunward rollback $LIVE
--- stderr
@DIR@/state/scst/history/000001.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
@DIR@/state/scst/history/000001.json:1:21: error: a string must end on its line
  hint: a closing quote is missing, or \n was meant
lunward: error: @DIR@/state/scst/history/000001.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
lunward: error: @DIR@/state/scst/history/000001.json was written by lunward and has been changed since, or is of a later version
  hint: moved away, what it remembers is forgotten: one apply, and the way back from it
lunward: 4 errors
--- exit 2
--- run
ls $SIM/scst_tgt/devices; ls -l state | cut -c1-10 | tail -n 1
--- stdout
a
drwx------
