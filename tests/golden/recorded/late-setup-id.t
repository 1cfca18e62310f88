An identity that the kernel made, and that nobody set, is what initiators know the disk by: also when it would be another one
today, because setup_id was set after the device was made. What somebody set is marked by the kernel, and goes with the line that said it.
--- file disk.conf
setup_id 0x77
HANDLER vdisk_fileio {
	DEVICE disk4 {
		filename /srv/img/disk4
	}
}
--- file marked.conf
setup_id 0x77
HANDLER vdisk_fileio {
	DEVICE disk1 {
		filename /srv/img/disk1
	}
}
--- run
sed 's/\(setup_id\t\).*/\10x77\\n[key]\\n/' "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" >late.txt
lunward show late.txt 2>/dev/null | grep setup_id
lunward plan -v --from late.txt disk.conf 2>/dev/null | grep -c "t10_dev_id\|usn\|vend_specific_id" || true
lunward plan -v --from late.txt marked.conf 2>/dev/null | grep "t10_dev_id\|usn\|vend_specific_id"
--- stdout
setup_id 0x77
3
~ set handlers/vdisk_fileio/disk1 t10_dev_id: abcd-0001 -> 77b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (marked.conf:3)
~ set handlers/vdisk_fileio/disk1 usn: 12345678 -> 77b8fdbd32 (default) [disturbs, referrers] because the file does not name it (marked.conf:3)
~ set handlers/vdisk_fileio/disk1 vend_specific_id: vsid1 -> 77b8fdbd32-disk1 (default) [disturbs, referrers] because the file does not name it (marked.conf:3)
