clear takes away all that can go: targets, groups, units, devices; ports of the machine are switched off and stay. What is no object but keeps
a value is told.
--- sim fresh
--- file full.conf
# one node of two: files and block devices, a disk passed through, iSCSI with passwords, Fibre Channel, ALUA
setup_id 0x2a
cluster_name pair
HANDLER vdisk_blockio {
	DEVICE mail {
		filename /dev/vg1/mail
		blocksize 4096
		naa_id 0x6001405f000000000000000000000aa1
		t10_dev_id mail-0001
		threads_num 16
	}
}
HANDLER vdisk_fileio {
	DEVICE old {
		filename /srv/old.img   # not to be written any more
		prod_id "Old Mails"
		read_only 1
	}
}
HANDLER vdisk_nullio {
	DEVICE nothing {
		dummy 1
	}
}
HANDLER dev_disk {
	DEVICE 4:0:0:0
}
TARGET_DRIVER iscsi {
	internal_portal 169.254.20.1
	IncomingUser "finder a-secret-to-find"
	enabled 1
	TARGET iqn.2026-11.com.example:mail {
		rel_tgt_id 1
		allowed_portal 192.0.2.*
		allowed_portal 198.51.100.9
		IncomingUser "one first-long-secret"
		IncomingUser "two second-long-secret"
		HeaderDigest None,CRC32C
		per_portal_acl 1
		LUN 0 nothing
		GROUP mailhosts {
			addr_method LUN
			LUN 0 mail
			LUN 1 old {
				read_only 1
			}
			INITIATOR iqn.1993-08.org.debian:*\#192.0.2.20
		}
		enabled 1
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		rel_tgt_id 10
		LUN 0 mail
		enabled 1
	}
}
DEVICE_GROUP mails {
	DEVICE mail
	TARGET_GROUP here {
		group_id 101
		state active
		TARGET iqn.2026-11.com.example:mail
	}
	TARGET_GROUP there {
		group_id 102
		state nonoptimized
		TARGET iqn.2026-11.com.example:mail-b {
			rel_tgt_id 32001
		}
	}
}
--- run
cat >$SIM/control <<END
block /dev/vg1/mail 1048576
file /srv/old.img 1048576
disk 4:0:0:0
load qla2x00tgt
port qla2x00t 21:00:00:24:ff:00:00:01
reset
END
lunward apply $LIVE --yes full.conf >/dev/null 2>&1
lunward clear $LIVE --yes
--- stdout
~ set / cluster_name: pair -> "" (default) [none] because the file does not name it
~ set targets/iscsi enabled: 1 -> 0 [none]
~ set targets/iscsi internal_portal: 169.254.20.1 -> "" (default) [none] because the file does not name it
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 1 -> 0 [none]
~ set targets/iscsi/iqn.2026-11.com.example:mail enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:mail goes
- delete targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/0 device=mail [none]
- delete handlers/dev_disk/4:0:0:0 [none]
- delete (implied) device_groups/mails/target_groups/here/iqn.2026-11.com.example:mail [none] because device_groups/mails/target_groups/here goes
- delete (implied) device_groups/mails/target_groups/there/iqn.2026-11.com.example:mail-b [none] because device_groups/mails/target_groups/there goes
- delete (implied) device_groups/mails/devices/mail [none] because device_groups/mails goes
- delete (implied) device_groups/mails/target_groups/here [none] because device_groups/mails goes
- delete (implied) device_groups/mails/target_groups/there [none] because device_groups/mails goes
- delete device_groups/mails [none]
- delete (implied) targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/luns/0 device=mail [none] because targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/luns/1 device=old [none] because targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/initiators/iqn.1993-08.org.debian:*#192.0.2.20 [none] because targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:mail/luns/0 device=nothing [none] because targets/iscsi/iqn.2026-11.com.example:mail goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts [none] because targets/iscsi/iqn.2026-11.com.example:mail goes
- delete targets/iscsi/iqn.2026-11.com.example:mail [none]
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/0 device=mail [none] because handlers/vdisk_blockio/mail goes
- delete handlers/vdisk_blockio/mail [none]
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/1 device=old [none] because handlers/vdisk_fileio/old goes
- delete handlers/vdisk_fileio/old [none]
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/2 device=nothing [none] because handlers/vdisk_nullio/nothing goes
- delete handlers/vdisk_nullio/nothing [none]
- delval targets/iscsi IncomingUser: "finder ***" [none]
Plan: 0 to create, 6 to change, 7 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: note: targets/qla2x00t/21:00:00:24:ff:00:00:01: target 21:00:00:24:ff:00:00:01 is not declared: it is disabled
lunward: 13 operations done (2 in lunward history)
lunward: note: /: stays as it is: setup_id
lunward: note: targets/qla2x00t/21:00:00:24:ff:00:00:01: stays as it is: rel_tgt_id
--- run
cd $SIM/scst_tgt
ls devices device_groups targets/iscsi
cat targets/qla2x00t/21:00:00:24:ff:00:00:01/enabled
ls targets/qla2x00t/21:00:00:24:ff:00:00:01/luns
head -n 1 setup_id cluster_name targets/iscsi/internal_portal
--- stdout
device_groups:
mgmt

devices:
4:0:0:0

targets/iscsi:
enabled
iSNSServer
internal_portal
isns_entity_name
link_local
mgmt
open_state
trace_level
version
0
mgmt
==> setup_id <==
0x2a

==> cluster_name <==

==> targets/iscsi/internal_portal <==

