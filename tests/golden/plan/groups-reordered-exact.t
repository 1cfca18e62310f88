Groups of different exact names: their order has no meaning, so nothing is to do.
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
		GROUP db {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:db
		}
		GROUP web {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:web
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
			INITIATOR iqn.1993-08.org.debian:01:web
		}
		GROUP db {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:db
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
Nothing to do.
