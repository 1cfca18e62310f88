A mistyped name is warned of, and does not take back what it seems to mean: nothing is made anew for it, nothing loses what it had.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		read_only 1
		threads_num 3
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		HeaderDigest CRC32C
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
sed 's/read_only/readonly_/; s/HeaderDigest/headerdigest/' a.conf >b.conf
lunward plan $LIVE b.conf
--- stdout
Nothing to do.
--- stderr
b.conf:3:3: note: read_only stays as it is, as readonly_ may mean it
b.conf:3:3: warning: "readonly_" is no attribute of a device that is known here
  hint: did you mean readonly?
b.conf:3:3: warning: readonly_: this kernel has no such attribute; it is not set
b.conf:9:3: note: HeaderDigest stays as it is, as headerdigest may mean it
b.conf:9:3: warning: "headerdigest" is no attribute of a target that is known here
  hint: did you mean HeaderDigest?
b.conf:9:3: warning: headerdigest: this kernel has no such attribute; it is not set
--- run
# what nobody can have meant is given back as ever
sed 's/threads_num 3//; s/read_only/read_onl/' a.conf >c.conf
lunward plan $LIVE c.conf
--- stdout
~ set handlers/vdisk_nullio/a threads_num: 3 -> 1 (default) [none] because the file does not name it (c.conf:2)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
c.conf:3:3: note: read_only stays as it is, as read_onl may mean it
c.conf:3:3: warning: "read_onl" is no attribute of a device that is known here
  hint: did you mean read_only?
c.conf:3:3: warning: read_onl: this kernel has no such attribute; it is not set
--- exit 3
--- run
# said rightly as well, the mistyped one means nothing
sed 's/threads_num 3/threads_num 2\n\t\tthreads_nun 4/' a.conf >d.conf
lunward plan $LIVE d.conf
--- stdout
~ set handlers/vdisk_nullio/a threads_num: 3 -> 2 [none] (d.conf:4)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
d.conf:5:3: warning: "threads_nun" is no attribute of a device that is known here
  hint: did you mean threads_num?
d.conf:5:3: warning: threads_nun: this kernel has no such attribute; it is not set
--- exit 3
--- run
lunward plan $LIVE --keep threads_nun,state a.conf
--- stdout
Nothing to do.
--- stderr
lunward: warning: threads_nun,state, to be kept, is no attribute that scst knows
