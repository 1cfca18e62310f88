Two initiators change places while the LUNs of both groups change, too: no order of single steps is
safe, so the LUNs are taken away first and come back last.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
	DEVICE c {
		filename /srv/c.img
	}
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:host2
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
	DEVICE c {
		filename /srv/c.img
	}
	DEVICE d {
		filename /srv/d.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		GROUP g1 {
			LUN 0 c
			INITIATOR iqn.1993-08.org.debian:01:host2
		}
		GROUP g2 {
			LUN 0 d
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=a [drops, node] because no order is safe in which it is swapped in place (b.conf:20)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=b [drops, node] because no order is safe in which it is swapped in place (b.conf:24)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/initiators/iqn.1993-08.org.debian:01:host2 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:21)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.1993-08.org.debian:01:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:25)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=c [disturbs, node] because no order is safe in which it is swapped in place (b.conf:20)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=d [disturbs, node] because no order is safe in which it is swapped in place (b.conf:24)
Plan: 0 to create, 2 to change, 0 to delete, 2 to re-create; 4 operations disturb sessions, 2 drop them.
--- exit 3
--- run
lunward plan -v --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=a [drops, node] because no order is safe in which it is swapped in place (b.conf:20)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=b [drops, node] because no order is safe in which it is swapped in place (b.conf:24)
= fence targets/iscsi/iqn.2026-11.com.example:t [none] (b.conf:17)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/initiators/iqn.1993-08.org.debian:01:host2 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:21)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.1993-08.org.debian:01:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:25)
= fence targets/iscsi/iqn.2026-11.com.example:t [none] (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=c [disturbs, node] because no order is safe in which it is swapped in place (b.conf:20)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=d [disturbs, node] because no order is safe in which it is swapped in place (b.conf:24)
Plan: 0 to create, 2 to change, 0 to delete, 2 to re-create; 4 operations disturb sessions, 2 drop them.
--- exit 3
