Nobody applied what a kernel shows: what the file does not name stays as it is, unless --full.
--- file disks.conf
HANDLER vdisk_fileio {
	DEVICE disk1 {
		filename /srv/img/disk1
		threads_num 2
	}
	DEVICE disk2 {
		filename /srv/img/disk2
	}
	DEVICE disk3 {
		filename /srv/img/disk3
		read_only 1
	}
	DEVICE disk4 {
		filename /srv/img/disk4
	}
	DEVICE disk5 {
		filename /srv/img/disk5
	}
	DEVICE disk6 {
		filename /srv/img/disk6
	}
}
--- run
lunward plan --from "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" disks.conf
--- stdout
~ set handlers/vdisk_fileio/disk1 threads_num: 1 -> 2 [disturbs, engine] (disks.conf:4)
Plan: 0 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
--- run
lunward plan --full --from "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" disks.conf 2>/dev/null | grep disk1
--- stdout
~ set handlers/vdisk_fileio/disk1 inq_vend_specific: hello -> "" (default) [disturbs, referrers] because it is no longer declared (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 max_tgt_dev_commands: 48 -> 64 (default) [none] because it is no longer declared (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 t10_dev_id: abcd-0001 -> b8fdbd32-disk1 (default) [disturbs, referrers] because it is no longer declared (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 threads_num: 1 -> 2 [disturbs, engine] (disks.conf:4)
~ set handlers/vdisk_fileio/disk1 usn: 12345678 -> b8fdbd32 (default) [disturbs, referrers] because it is no longer declared (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 vend_specific_id: vsid1 -> b8fdbd32-disk1 (default) [disturbs, referrers] because it is no longer declared (disks.conf:2)
