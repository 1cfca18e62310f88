A virtual port gets another parent: switched off, deleted, made and switched on again. A port that exists by hardware
cannot be made anew: the attribute is left alone, and said so.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 50:01:43:80:12:0a:bc:de {
		parent_host 50:01:43:80:12:0a:bc:d5
		node_name 50:01:43:80:12:0a:bc:d0
		LUN 0 d
		enabled 1
	}
	TARGET 50:01:43:80:12:0a:bc:df {
		LUN 0 d
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 50:01:43:80:12:0a:bc:de {
		parent_host 50:01:43:80:12:0a:bc:d6
		node_name 50:01:43:80:12:0a:bc:d0
		LUN 0 d
		enabled 1
	}
	TARGET 50:01:43:80:12:0a:bc:df {
		parent_host 50:01:43:80:12:0a:bc:d6
		node_name 50:01:43:80:12:0a:bc:d0
		LUN 0 d
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/qla2x00t/50:01:43:80:12:0a:bc:df node_name: ? -> 50:01:43:80:12:0a:bc:d0 [none] (b.conf:15)
~ set targets/qla2x00t/50:01:43:80:12:0a:bc:de enabled: 1 -> 0 [drops, export] because it is off while it is re-created (b.conf:11)
- delete (implied) targets/qla2x00t/50:01:43:80:12:0a:bc:de/luns/0 device=d [none] because targets/qla2x00t/50:01:43:80:12:0a:bc:de is re-created (parent_host) (b.conf:10)
- delete targets/qla2x00t/50:01:43:80:12:0a:bc:de [none] because parent_host can be given at creation only (b.conf:7)
+ create targets/qla2x00t/50:01:43:80:12:0a:bc:de node_name=50:01:43:80:12:0a:bc:d0 parent_host=50:01:43:80:12:0a:bc:d6 [none] because parent_host can be given at creation only (b.conf:7)
+ create targets/qla2x00t/50:01:43:80:12:0a:bc:de/luns/0 device=d [none] because targets/qla2x00t/50:01:43:80:12:0a:bc:de is re-created (parent_host) (b.conf:10)
~ set targets/qla2x00t/50:01:43:80:12:0a:bc:de enabled: 0 -> 1 [none] because it is off while it is re-created (b.conf:11)
Plan: 0 to create, 1 to change, 0 to delete, 2 to re-create; 0 operations disturb sessions, 1 drops them.
--- stderr
b.conf:14:3: warning: parent_host can be given at creation only, and this object exists by hardware: it stays as it is
--- exit 3
