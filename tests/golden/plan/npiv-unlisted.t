A port that was made on top of another one is like any target that was made: where its driver is listed and it is not, it goes. A port
that exists by hardware stays.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		enabled 1
	}
	TARGET 50:01:43:80:12:0a:bc:de {
		parent_host 21:00:00:24:ff:00:00:01
		node_name 50:01:43:80:12:0a:bc:d0
		LUN 0 d
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER qla2x00t {
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/qla2x00t/50:01:43:80:12:0a:bc:de enabled: 1 -> 0 [drops, export] because targets/qla2x00t/50:01:43:80:12:0a:bc:de goes (b.conf:6)
- delete (implied) targets/qla2x00t/50:01:43:80:12:0a:bc:de/luns/0 device=d [none] because targets/qla2x00t/50:01:43:80:12:0a:bc:de goes (b.conf:6)
- delete targets/qla2x00t/50:01:43:80:12:0a:bc:de [none] (b.conf:6)
Plan: 0 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 1 drops them.
--- stderr
a.conf:7:2: note: target 21:00:00:24:ff:00:00:01 is not declared: it stays as it is
--- exit 3
--- run
lunward plan --prune=all --from a.conf b.conf
--- stdout
~ set targets/qla2x00t/50:01:43:80:12:0a:bc:de enabled: 1 -> 0 [drops, export] because targets/qla2x00t/50:01:43:80:12:0a:bc:de goes (b.conf:6)
- delete (implied) targets/qla2x00t/50:01:43:80:12:0a:bc:de/luns/0 device=d [none] because targets/qla2x00t/50:01:43:80:12:0a:bc:de goes (b.conf:6)
- delete targets/qla2x00t/50:01:43:80:12:0a:bc:de [none] (b.conf:6)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 1 -> 0 [drops, export]
Plan: 0 to create, 2 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
--- stderr
a.conf:7:2: note: target 21:00:00:24:ff:00:00:01 is not declared: it is disabled
--- exit 3
--- run
sed '/TARGET_DRIVER/,$d' b.conf >other.conf
lunward plan --from a.conf other.conf
--- stdout
Nothing to do.
