A handler that has no threads of its own shows what nobody can write; that is no mistake of the kernel's, nor of who declares it.
--- sim fresh
--- file a.conf
HANDLER dev_disk_perf {
	DEVICE 0:0:0:0
}
HANDLER dev_disk {
	DEVICE 0:0:0:1
}
--- file b.conf
HANDLER dev_disk_perf {
	DEVICE 0:0:0:0 {
		threads_num 0
		threads_pool_type Async
	}
}
HANDLER dev_disk {
	DEVICE 0:0:0:1 {
		threads_num 1
		threads_pool_type per_initiator
	}
}
--- file c.conf
HANDLER dev_disk_perf {
	DEVICE 0:0:0:0 {
		threads_pool_type shared
	}
}
--- file d.conf
HANDLER dev_disk_perf {
	DEVICE 0:0:0:0 {
		threads_num 2
		threads_pool_type shared
	}
}
HANDLER dev_disk {
	DEVICE 0:0:0:1 {
		threads_num 0
	}
}
--- run
printf 'disk 0:0:0:0\ndisk 0:0:0:1\n' >$SIM/control
lunward apply $LIVE --yes a.conf
lunward save $AT --all | grep threads_
--- stdout
+ create handlers/dev_disk_perf/0:0:0:0 [none] (a.conf:2)
+ create handlers/dev_disk/0:0:0:1 [none] (a.conf:5)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
		threads_num 1
		threads_pool_type per_initiator
		threads_num 0
--- stderr
lunward: 2 operations done (1 in lunward history)
--- run
lunward plan $LIVE b.conf
--- stdout
Nothing to do.
--- run
lunward apply $LIVE --yes c.conf
--- stdout
Nothing to do.
--- stderr
lunward: note: handlers/dev_disk: handler dev_disk was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
c.conf:3:3: warning: threads_pool_type cannot have this value as long as another attribute of the node holds it
--- run
lunward apply $LIVE --yes d.conf
lunward save $AT
lunward apply $LIVE --yes d.conf
--- stdout
~ set handlers/dev_disk_perf/0:0:0:0 threads_num: 0 -> 2 [none] (d.conf:3)
~ set handlers/dev_disk_perf/0:0:0:0 threads_pool_type: Async -> shared [none] (d.conf:4)
~ set handlers/dev_disk/0:0:0:1 threads_num: 1 -> 0 [none] (d.conf:9)
Plan: 0 to create, 3 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
HANDLER dev_disk {
	DEVICE 0:0:0:1 {
		threads_num 0
	}
}

HANDLER dev_disk_perf {
	DEVICE 0:0:0:0 {
		threads_num 2
		threads_pool_type shared
	}
}

TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
Nothing to do.
--- stderr
lunward: 3 operations done (2 in lunward history)
--- run
lunward apply $LIVE --yes a.conf
lunward save $AT
--- stdout
~ set handlers/dev_disk_perf/0:0:0:0 threads_num: 2 -> 0 (default) [none] because the file does not name it (a.conf:2)
~ set handlers/dev_disk/0:0:0:1 threads_num: 0 -> 1 (default) [none] because the file does not name it (a.conf:5)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
HANDLER dev_disk {
	DEVICE 0:0:0:1
}

HANDLER dev_disk_perf {
	DEVICE 0:0:0:0
}

TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
--- stderr
lunward: 2 operations done (3 in lunward history)
--- run
lunward clear $LIVE --yes >/dev/null
lunward apply $LIVE --yes d.conf
lunward plan $LIVE d.conf
--- stdout
+ create handlers/dev_disk_perf/0:0:0:0 [none] (d.conf:2)
~ set handlers/dev_disk_perf/0:0:0:0 threads_num: 0 -> 2 [none] (d.conf:3)
~ set handlers/dev_disk_perf/0:0:0:0 threads_pool_type: Async -> shared [none] (d.conf:4)
+ create handlers/dev_disk/0:0:0:1 [none] (d.conf:8)
~ set handlers/dev_disk/0:0:0:1 threads_num: 1 -> 0 [none] (d.conf:9)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
Nothing to do.
--- stderr
lunward: 2 operations done (4 in lunward history)
lunward: 5 operations done (5 in lunward history)
