The first group that matches counts, so groups are made again where the order matters: where patterns
can meet. Groups of different exact names can stand in any order.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		GROUP all {
			LUN 0 a
			INITIATOR *
		}
		GROUP web {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:web*
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		GROUP web {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:web*
		}
		GROUP all {
			LUN 0 a
			INITIATOR *
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ close (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (b.conf:11)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all/initiators/* [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all is re-created (b.conf:19)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all is re-created (b.conf:18)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all [disturbs, engine] because order counts among its siblings (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all [disturbs, engine] because order counts among its siblings (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all is re-created (b.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all/initiators/* [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/all is re-created (b.conf:19)
~ open (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (b.conf:11)
Plan: 0 to create, 0 to change, 0 to delete, 3 to re-create; 6 operations disturb sessions, 0 drop them.
--- exit 3
