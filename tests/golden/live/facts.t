Facts are shown on request: what initiators know devices by, counters, and who is logged in.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		naa_id 5001405000000001
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 7
		enabled 1
		LUN 0 a
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
lunward apply --yes $LIVE a.conf >/dev/null
lunward show $AT --facts identity
--- stdout
handlers/vdisk_nullio/a naa_id 0x5001405000000001
handlers/vdisk_nullio/a t10_dev_id 933ebd71-a
handlers/vdisk_nullio/a t10_vend_id SCST_FIO
handlers/vdisk_nullio/a usn 933ebd71
handlers/vdisk_nullio/a vend_specific_id 933ebd71-a
targets/copy_manager/copy_manager_tgt rel_tgt_id 0
targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id 7
--- stderr
lunward: 10 operations done (1 in lunward history)
--- run
echo "login iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:one" >$SIM/control
lunward show $AT --facts sessions | grep -v -e thread_pid -e " sid "
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one sees targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one DataDigest None
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one FirstBurstLength 65536
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one HeaderDigest None
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one ImmediateData Yes
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one InitialR2T No
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one MaxBurstLength 1048576
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one MaxOutstandingR2T 1
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one MaxRecvDataSegmentLength 1048576
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one MaxXmitDataSegmentLength 262144
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one initiator_name iqn.2026-11.com.example:one
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one reinstating 0
--- run
lunward show $AT --facts counters
--- stdout
targets/copy_manager/copy_manager_tgt bidi_cmd_count 0
targets/copy_manager/copy_manager_tgt bidi_io_count_kb 0
targets/copy_manager/copy_manager_tgt bidi_unaligned_cmd_count 0
targets/copy_manager/copy_manager_tgt none_cmd_count 0
targets/copy_manager/copy_manager_tgt read_cmd_count 0
targets/copy_manager/copy_manager_tgt read_io_count_kb 0
targets/copy_manager/copy_manager_tgt read_unaligned_cmd_count 0
targets/copy_manager/copy_manager_tgt unknown_cmd_count 0
targets/copy_manager/copy_manager_tgt write_cmd_count 0
targets/copy_manager/copy_manager_tgt write_io_count_kb 0
targets/copy_manager/copy_manager_tgt write_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t bidi_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t bidi_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t bidi_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t none_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t read_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t read_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t read_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t unknown_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t write_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t write_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t write_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one active_commands 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one bidi_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one bidi_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one bidi_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one commands 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one none_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one read_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one read_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one read_unaligned_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one unknown_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one write_cmd_count 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one write_io_count_kb 0
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one write_unaligned_cmd_count 0
--- run
lunward show $AT --facts counters -o json | head -20
--- stdout
{
  "lunward": "facts",
  "version": 1,
  "facts": [
    {
      "id": "scst:cm_target:targets/copy_manager/copy_manager_tgt",
      "kind": "cm_target",
      "path": "targets/copy_manager/copy_manager_tgt",
      "group": "counters",
      "name": "bidi_cmd_count",
      "value": "0"
    },
    {
      "id": "scst:cm_target:targets/copy_manager/copy_manager_tgt",
      "kind": "cm_target",
      "path": "targets/copy_manager/copy_manager_tgt",
      "group": "counters",
      "name": "bidi_io_count_kb",
      "value": "0"
    },
--- run
lunward show --facts counters a.conf
--- stderr
lunward: --facts is about the running engine, and does not go with a FILE
--- exit 2
--- run
lunward show $AT --facts nothing
--- stderr
lunward show: --facts takes identity, counters or sessions, not "nothing"
  hint: 'lunward help show' shows how it is used
--- exit 2
