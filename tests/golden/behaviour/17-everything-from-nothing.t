A machine on which nothing is configured, and a file with one of everything: exactly these writes, in this order. The second time
none.
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
lunward apply $LIVE --yes full.conf >/dev/null
grep '=>' $SIM/control
--- stdout
cluster_name	pair	=> ok 4
setup_id	0x2a	=> ok 4
handlers/vdisk_blockio/mgmt	add_device mail blocksize=4096; filename=/dev/vg1/mail; t10_dev_id=mail-0001	=> ok 76
devices/mail/naa_id	0x6001405f000000000000000000000aa1	=> ok 34
devices/mail/threads_num	16	=> ok 2
handlers/vdisk_fileio/mgmt	add_device old filename=/srv/old.img; read_only=1	=> ok 49
devices/old/prod_id	Old Mails	=> ok 9
handlers/vdisk_nullio/mgmt	add_device nothing dummy=1	=> ok 26
handlers/dev_disk/mgmt	add_device 4:0:0:0	=> ok 18
targets/iscsi/mgmt	add_attribute IncomingUser finder a-secret-to-find	=> ok 50
targets/iscsi/internal_portal	169.254.20.1	=> ok 12
targets/iscsi/mgmt	add_target iqn.2026-11.com.example:mail	=> ok 39
targets/iscsi/iqn.2026-11.com.example:mail/HeaderDigest	None,CRC32C	=> ok 11
targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:mail IncomingUser one first-long-secret	=> ok 84
targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:mail IncomingUser two second-long-secret	=> ok 85
targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:mail allowed_portal 192.0.2.*	=> ok 74
targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:mail allowed_portal 198.51.100.9	=> ok 77
targets/iscsi/iqn.2026-11.com.example:mail/per_portal_acl	1	=> ok 1
targets/iscsi/iqn.2026-11.com.example:mail/rel_tgt_id	1	=> ok 1
targets/iscsi/iqn.2026-11.com.example:mail/luns/mgmt	add nothing 0	=> ok 13
targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mgmt	create mailhosts	=> ok 16
targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/addr_method	LUN	=> ok 3
targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/luns/mgmt	add mail 0	=> ok 10
targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/luns/mgmt	add old 1 read_only=1	=> ok 21
targets/iscsi/iqn.2026-11.com.example:mail/ini_groups/mailhosts/initiators/mgmt	add iqn.1993-08.org.debian:*#192.0.2.20	=> ok 39
targets/qla2x00t/21:00:00:24:ff:00:00:01/rel_tgt_id	10	=> ok 2
targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/mgmt	add mail 0	=> ok 10
device_groups/mgmt	create mails	=> ok 12
device_groups/mails/devices/mgmt	add mail	=> ok 8
device_groups/mails/target_groups/mgmt	create here	=> ok 11
device_groups/mails/target_groups/here/group_id	101	=> ok 3
device_groups/mails/target_groups/here/mgmt	add iqn.2026-11.com.example:mail	=> ok 32
device_groups/mails/target_groups/mgmt	create there	=> ok 12
device_groups/mails/target_groups/there/group_id	102	=> ok 3
device_groups/mails/target_groups/there/mgmt	add iqn.2026-11.com.example:mail-b	=> ok 34
device_groups/mails/target_groups/there/state	nonoptimized	=> ok 12
device_groups/mails/target_groups/there/iqn.2026-11.com.example:mail-b/rel_tgt_id	32001	=> ok 5
targets/iscsi/iqn.2026-11.com.example:mail/enabled	1	=> ok 1
targets/iscsi/enabled	1	=> ok 1
targets/qla2x00t/21:00:00:24:ff:00:00:01/enabled	1	=> ok 1
--- stderr
lunward: 40 operations done (1 in lunward history)
--- run
echo reset >$SIM/control
lunward apply $LIVE --yes full.conf
grep -c '=>' $SIM/control
--- stdout
Nothing to do.
0
--- exit 1
