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
~ set handlers/vdisk_fileio/disk1 inq_vend_specific: hello -> "" (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 max_tgt_dev_commands: 48 -> 64 (default) [none] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 t10_dev_id: abcd-0001 -> b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 threads_num: 1 -> 2 [disturbs, engine] (disks.conf:4)
~ set handlers/vdisk_fileio/disk1 usn: 12345678 -> b8fdbd32 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 vend_specific_id: vsid1 -> b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk5 bind_alua_state: 1 -> 0 (default) [none] because the file does not name it (disks.conf:16)
~ set handlers/vdisk_fileio/disk5 numa_node_id: 0 -> -1 (default) [none] because the file does not name it (disks.conf:16)
~ set handlers/vdisk_fileio/disk5 t10_dev_id: mydevid5 -> f677dcee-disk5 (default) [none] because the file does not name it (disks.conf:16)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/1 device=disk2 [none] because handlers/vdisk_fileio/disk2 is re-created (blocksize)
- delete (implied) targets/iscsi/iqn.2026-01.example:t1/luns/1 device=disk2 [drops, node] because handlers/vdisk_fileio/disk2 is re-created (blocksize)
- delete handlers/vdisk_fileio/disk2 [loses, referrers] because blocksize can be given at creation only (disks.conf:6)
+ create handlers/vdisk_fileio/disk2 filename=/srv/img/disk2 [none] because blocksize can be given at creation only (disks.conf:6)
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=disk2 [none] because handlers/vdisk_fileio/disk2 is re-created (blocksize)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/3 device=disk4 [none] because handlers/vdisk_fileio/disk4 is re-created (o_direct)
- delete handlers/vdisk_fileio/disk4 [none] because o_direct can be given at creation only (disks.conf:13)
+ create handlers/vdisk_fileio/disk4 filename=/srv/img/disk4 [none] because o_direct can be given at creation only (disks.conf:13)
+ create targets/copy_manager/copy_manager_tgt/luns/3 device=disk4 [none] because handlers/vdisk_fileio/disk4 is re-created (o_direct)
- delete (implied) targets/iscsi/iqn.2026-01.example:t1/ini_groups/g1/luns/0 device=disk3 [drops, node] because handlers/vdisk_fileio/disk3 is re-created (removable)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/2 device=disk3 [none] because handlers/vdisk_fileio/disk3 is re-created (removable)
- delete handlers/vdisk_fileio/disk3 [loses, referrers] because removable can be given at creation only (disks.conf:9)
+ create handlers/vdisk_fileio/disk3 filename=/srv/img/disk3 read_only=1 [none] because removable can be given at creation only (disks.conf:9)
+ create targets/iscsi/iqn.2026-01.example:t1/luns/1 device=disk2 read_only=1 [disturbs, node] because handlers/vdisk_fileio/disk2 is re-created (blocksize)
+ create targets/iscsi/iqn.2026-01.example:t1/ini_groups/g1/luns/0 device=disk3 read_only=1 [disturbs, node] because handlers/vdisk_fileio/disk3 is re-created (removable)
Plan: 0 to create, 9 to change, 0 to delete, 7 to re-create; 7 operations disturb sessions, 2 drop them, 2 lose data or reservations.
--- stderr
disks.conf:2:2: warning: prod_rev_lvl is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
disks.conf:19:2: warning: dif_mode is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
disks.conf:19:2: warning: dif_type is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
--- exit 3
--- run
lunward plan --full --from "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" disks.conf 2>/dev/null | grep disk1
--- stdout
~ set handlers/vdisk_fileio/disk1 inq_vend_specific: hello -> "" (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 max_tgt_dev_commands: 48 -> 64 (default) [none] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 t10_dev_id: abcd-0001 -> b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 threads_num: 1 -> 2 [disturbs, engine] (disks.conf:4)
~ set handlers/vdisk_fileio/disk1 usn: 12345678 -> b8fdbd32 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
~ set handlers/vdisk_fileio/disk1 vend_specific_id: vsid1 -> b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (disks.conf:2)
