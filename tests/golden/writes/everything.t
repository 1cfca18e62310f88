The writes that make one of everything, and those that take it away again: what the kernel would get, file and text.
--- file empty.conf
--- file full.conf
# one of everything
setup_id 0x21
cluster_name HA
HANDLER vdisk_blockio {
	DEVICE db1 {
		filename /dev/vg0/db1
		blocksize 4096
		naa_id 0x6001405f00000000000000000000db01
		t10_dev_id db1-0001
		cluster_mode 1
		threads_num 32
	}
}
HANDLER vdisk_fileio {
	DEVICE arch {
		filename /srv/luns/archive1.img
		prod_id "Cold Archive"
		t10_dev_id "with blank"
		read_only 1
	}
}
HANDLER vdisk_nullio {
	DEVICE dummy {
		dummy 1
	}
}
HANDLER dev_disk {
	DEVICE 4:0:0:0
}
TARGET_DRIVER iscsi {
	internal_portal 169.254.10.1
	IncomingUser "disco discovery-secret"
	enabled 1
	TARGET iqn.2024-05.net.example:db {
		rel_tgt_id 1
		allowed_portal 192.0.2.*
		allowed_portal 198.51.100.7
		IncomingUser "host1 secret-of-host1"
		HeaderDigest None,CRC32C
		per_portal_acl 1
		LUN 0 dummy
		GROUP dbhosts {
			addr_method LUN
			LUN 0 db1
			LUN 1 arch {
				read_only 1
			}
			INITIATOR iqn.1994-05.com.redhat:*\#192.0.2.10
		}
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET here {
		session_name one
		LUN 0 dummy
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		rel_tgt_id 10
		LUN 0 db1
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE db1
	TARGET_GROUP local {
		group_id 101
		state nonoptimized
		TARGET iqn.2024-05.net.example:db
	}
	TARGET_GROUP remote {
		group_id 102
		TARGET iqn.2024-05.net.example:db-b {
			rel_tgt_id 32001
		}
	}
}
--- run
lunward plan --writes --from empty.conf full.conf
--- stdout
cluster_name	HA
setup_id	0x21
handlers/vdisk_blockio/mgmt	add_device db1 blocksize=4096; filename=/dev/vg0/db1; t10_dev_id=db1-0001; cluster_mode=1
devices/db1/naa_id	0x6001405f00000000000000000000db01
devices/db1/threads_num	32
handlers/vdisk_fileio/mgmt	add_device arch filename=/srv/luns/archive1.img; read_only=1
devices/arch/prod_id	Cold Archive
devices/arch/t10_dev_id	with blank
handlers/vdisk_nullio/mgmt	add_device dummy dummy=1
handlers/dev_disk/mgmt	add_device 4:0:0:0
targets/iscsi/mgmt	add_attribute IncomingUser disco ***
targets/iscsi/internal_portal	169.254.10.1
targets/iscsi/mgmt	add_target iqn.2024-05.net.example:db
targets/iscsi/iqn.2024-05.net.example:db/HeaderDigest	None,CRC32C
targets/iscsi/mgmt	add_target_attribute iqn.2024-05.net.example:db IncomingUser host1 ***
targets/iscsi/mgmt	add_target_attribute iqn.2024-05.net.example:db allowed_portal 192.0.2.*
targets/iscsi/mgmt	add_target_attribute iqn.2024-05.net.example:db allowed_portal 198.51.100.7
targets/iscsi/iqn.2024-05.net.example:db/per_portal_acl	1
targets/iscsi/iqn.2024-05.net.example:db/rel_tgt_id	1
targets/iscsi/iqn.2024-05.net.example:db/luns/mgmt	add dummy 0
targets/iscsi/iqn.2024-05.net.example:db/ini_groups/mgmt	create dbhosts
targets/iscsi/iqn.2024-05.net.example:db/ini_groups/dbhosts/addr_method	LUN
targets/iscsi/iqn.2024-05.net.example:db/ini_groups/dbhosts/luns/mgmt	add db1 0
targets/iscsi/iqn.2024-05.net.example:db/ini_groups/dbhosts/luns/mgmt	add arch 1 read_only=1
targets/iscsi/iqn.2024-05.net.example:db/ini_groups/dbhosts/initiators/mgmt	add iqn.1994-05.com.redhat:*#192.0.2.10
targets/scst_local/mgmt	add_target here
targets/qla2x00t/21:00:00:24:ff:00:00:01/rel_tgt_id	10
targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/mgmt	add db1 0
device_groups/mgmt	create dg
device_groups/dg/devices/mgmt	add db1
device_groups/dg/target_groups/mgmt	create local
device_groups/dg/target_groups/local/group_id	101
device_groups/dg/target_groups/local/state	nonoptimized
device_groups/dg/target_groups/local/mgmt	add iqn.2024-05.net.example:db
device_groups/dg/target_groups/mgmt	create remote
device_groups/dg/target_groups/remote/group_id	102
device_groups/dg/target_groups/remote/mgmt	add iqn.2024-05.net.example:db-b
device_groups/dg/target_groups/remote/iqn.2024-05.net.example:db-b/rel_tgt_id	32001
targets/scst_local/mgmt	add_session here one
targets/scst_local/here/luns/mgmt	add dummy 0
targets/iscsi/iqn.2024-05.net.example:db/enabled	1
targets/iscsi/enabled	1
targets/qla2x00t/21:00:00:24:ff:00:00:01/enabled	1
--- exit 3
--- run
lunward diff --writes full.conf empty.conf
--- stdout
cluster_name	\n
setup_id	0x0
targets/iscsi/enabled	0
targets/iscsi/internal_portal	\n
targets/qla2x00t/21:00:00:24:ff:00:00:01/enabled	0
targets/qla2x00t/21:00:00:24:ff:00:00:01/rel_tgt_id	0
targets/iscsi/iqn.2024-05.net.example:db/enabled	0
targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/mgmt	del 0
handlers/dev_disk/mgmt	del_device 4:0:0:0
targets/scst_local/mgmt	del_target here
device_groups/mgmt	del dg
targets/iscsi/mgmt	del_target iqn.2024-05.net.example:db
handlers/vdisk_blockio/mgmt	del_device db1
handlers/vdisk_fileio/mgmt	del_device arch
handlers/vdisk_nullio/mgmt	del_device dummy
targets/iscsi/mgmt	del_attribute IncomingUser disco
--- exit 3
