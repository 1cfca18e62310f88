A device that must be made again keeps what initiators know it by, and its other settings, though the file names none of them.
--- file disk.conf
HANDLER vdisk_fileio {
	DEVICE disk1 {
		filename /srv/img/disk1
		blocksize 4096
	}
}
--- run
lunward plan -v --from "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" disk.conf 2>/dev/null | grep disk1 | grep -v copy_manager
--- stdout
- delete (implied) targets/iscsi/iqn.2026-01.example:t1/luns/0 device=disk1 [drops, node] because handlers/vdisk_fileio/disk1 is re-created (blocksize)
- delete handlers/vdisk_fileio/disk1 [loses, referrers] because blocksize can be given at creation only (disk.conf:2)
+ create handlers/vdisk_fileio/disk1 blocksize=4096 filename=/srv/img/disk1 t10_dev_id=abcd-0001 [none] because blocksize can be given at creation only (disk.conf:2)
. settle handlers/vdisk_fileio/disk1 [none] because handlers/vdisk_fileio/disk1 is re-created (blocksize) (disk.conf:2)
~ set handlers/vdisk_fileio/disk1 usn: b8fdbd32 -> 12345678 [none] because it keeps what it had (disk.conf:2)
~ set handlers/vdisk_fileio/disk1 vend_specific_id: b8fdbd32-disk1 -> vsid1 [none] because it keeps what it had (disk.conf:2)
+ create targets/iscsi/iqn.2026-01.example:t1/luns/0 device=disk1 read_only=0 [disturbs, node] because handlers/vdisk_fileio/disk1 is re-created (blocksize)
